// In whose way figures and times are written: that of the browser, as the server does it on the same page. A browser may call its own
// language by a name that Intl refuses; then Intl's own choice holds.
export function culture() {
  try {
    return Intl.NumberFormat.supportedLocalesOf(navigator.language);
  } catch {
    return [];
  }
}
