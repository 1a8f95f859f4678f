using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Texts;

namespace EdgeCctv.Web.Components.Console;

/// <summary>What an operator has done to the scene's watch, said in passing with a way back.</summary>
internal static class SceneToasts
{
    /// <param name="toasts">Of the operator's screen.</param>
    /// <param name="done">What came of it.</param>
    /// <param name="text">That it was done, a sentence.</param>
    public static void Say(this ToastBoard toasts, SceneReply done, string text) => toasts.Show(
        done.TakeBack is { } takeBack ? new Toast(text, KitTexts.Undo, () => TakeBack(toasts, takeBack)) : new Toast(text));

    private static Task TakeBack(ToastBoard toasts, Func<string, SceneReply> takeBack)
    {
        if (takeBack(Operators.AtTheConsole) is { IsDone: false } refused)
        {
            toasts.Show(new Toast(Sentences.Of(refused.Message)));
        }

        return Task.CompletedTask;
    }
}
