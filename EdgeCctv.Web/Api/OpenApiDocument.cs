using Microsoft.OpenApi;

namespace EdgeCctv.Web.Api;

/// <summary><c>GET /openapi/v1.json</c>: what the endpoints say of themselves.</summary>
internal static class OpenApiDocument
{
    public static void AddRestDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "EdgeCctv", Version = "v1", Description = "One camera, one picture that can be believed." };

            // The address is wherever the reader got this from.
            document.Servers = [];
            return Task.CompletedTask;
        });
    });
}
