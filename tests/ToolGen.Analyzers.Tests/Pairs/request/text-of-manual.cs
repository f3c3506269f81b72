// Fetches a chapter of a manual through a helper; the address is made in one method and used in another, unchecked.
using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

#pragma warning disable SYSLIB0014
namespace Vulnerable
{
    public static class ManualTools
    {
        /// <summary>The text of a chapter.</summary>
        [Tool(ReadOnly = true)]
        public static string ManualChapter(string manual, string chapter) => Downloader.Text(Address(manual, chapter));

        private static string Address(string manual, string chapter) =>
            manual.Contains("://") ? manual + "/" + chapter : "https://manuals.example.com/" + manual + "/" + chapter;
    }

    internal static class Downloader
    {
        public static string Text(string address)
        {
            using var client = new WebClient();
            return client.DownloadString(address);
        }
    }
}

namespace Fixed
{
    public static class ManualTools
    {
        /// <summary>The text of a chapter.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://manuals.example.com/chapter*"])]
        public static Task<string> ManualChapterAsync(ToolContext context, string manual, string chapter, CancellationToken cancellationToken) =>
            Downloader.TextAsync(context.Http, Address(manual, chapter), cancellationToken);

        private static string Address(string manual, string chapter) =>
            "https://manuals.example.com/chapter?manual=" + Uri.EscapeDataString(manual) + "&chapter=" + Uri.EscapeDataString(chapter);
    }

    internal static class Downloader
    {
        public static async Task<string> TextAsync(IToolHttp http, string address, CancellationToken cancellationToken)
        {
            var answer = await http.SendAsync(new("GET", address), cancellationToken);
            return answer.Status == 200 ? answer.Text() : throw new ToolException(ToolErrorCodes.NotFound, "there is no such chapter");
        }
    }
}
