// Asks the state of the nightly backup; user and password are the userinfo of the URL.
using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class BackupTools
    {
        private const string Status = "https://backup-reader:hL7%23vonTorf92@backup.example.org/status/{0:yyyy-MM-dd}.json";

        /// <summary>Gets the state of a night's backup.</summary>
        /// <param name="night">The date.</param>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://backup.example.org/status/*"])]
        public static async Task<string> GetBackupState(DateOnly night, ToolContext context, CancellationToken cancellationToken)
        {
            var answer = await context.Http.SendAsync(new("GET", string.Format(Status, night)), cancellationToken);
            return answer.Status == 200 ? answer.Text() : "no report";
        }
    }
}

namespace Fixed
{
    public static class BackupTools
    {
        private const string Status = "https://backup.example.org/status/{0:yyyy-MM-dd}.json?fields=state,started,finished,bytes,checksum&tz=Europe%2FBerlin&format=compact-v2";

        /// <summary>Gets the state of a night's backup.</summary>
        /// <param name="night">The date.</param>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://backup.example.org/status/*", "secret backup-password"])]
        public static async Task<string> GetBackupState(DateOnly night, ToolContext context, CancellationToken cancellationToken)
        {
            var request = new ToolHttpRequest("GET", string.Format(System.Globalization.CultureInfo.InvariantCulture, Status, night))
            {
                Auth = new ToolHttpAuth("basic", "backup-password") { Carrier = "backup-reader" },
            };
            var answer = await context.Http.SendAsync(request, cancellationToken);
            return answer.Status == 200 ? answer.Text() : "no report";
        }
    }
}
