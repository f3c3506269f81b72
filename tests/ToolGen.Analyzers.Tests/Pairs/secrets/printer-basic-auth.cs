// Prints a label on the office's printer; the basic authentication header is a base64 literal.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class LabelTools
    {
        private static readonly HttpClient Client = new() { BaseAddress = new Uri("https://printer.example.org/") };

        static LabelTools() => Client.DefaultRequestHeaders.Add("Authorization", "Basic bGFiZWwtYm90Ok5pZWRlcnNjaGxhZy0zMyE=");

        [McpServerTool, Description("Prints a label.")]
        public static async Task<int> PrintLabel(string text)
        {
            using var response = await Client.PostAsync("labels", new StringContent(text, Encoding.UTF8, "text/plain"));
            return (int)response.StatusCode;
        }
    }
}

namespace Fixed
{
    public sealed class PrinterOptions
    {
        public string User { get; set; } = "label-bot";

        public required string Password { get; set; }
    }

    [McpServerToolType]
    public class LabelTools(IHttpClientFactory clients, IOptions<PrinterOptions> options)
    {
        private const string Logo = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

        [McpServerTool, Description("Prints a label.")]
        public async Task<int> PrintLabel(string text)
        {
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(options.Value.User + ":" + options.Value.Password));
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://printer.example.org/labels");
            request.Headers.Add("Authorization", "Basic " + credentials);
            request.Content = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent(Logo), "logo" } };
            using var response = await clients.CreateClient().SendAsync(request);
            return (int)response.StatusCode;
        }
    }
}
