using EdgeCctv.Web.Hosting;

return await ConsoleHost.RunAsync(args);
