// Prints a label on a printer of the warehouse; the printer's name is looked at, the title of the job is not.
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record PrintJob(string Printer, string Title, string Text);

    public class LabelTools
    {
        protected virtual string Spool => Path.Combine(Path.GetTempPath(), "labels");

        /// <summary>Prints a label.</summary>
        [Tool]
        public async Task<string> PrintLabelAsync(PrintJob job, ToolContext context)
        {
            if (!job.Printer.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                throw new ToolException(ToolErrorCodes.InvalidInput, "the printer's name is of letters, digits and _");
            }

            Directory.CreateDirectory(Spool);
            var file = Path.Combine(Spool, context.Now.ToUnixTimeMilliseconds() + ".txt");
            await File.WriteAllTextAsync(file, job.Text);
            var command = $"lp -d {job.Printer} -t \"{job.Title}\" {file}";
            using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command]))!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "sent" : "not sent";
        }
    }
}

namespace Fixed
{
    public sealed record PrintJob(string Printer, string Title, string Text);

    public class LabelTools
    {
        protected virtual string Spool => Path.Combine(Path.GetTempPath(), "labels");

        /// <summary>Prints a label.</summary>
        [Tool]
        public async Task<string> PrintLabelAsync(PrintJob job, ToolContext context)
        {
            if (job is not { Printer.Length: > 0 and <= 40 } || !job.Printer.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                throw new ToolException(ToolErrorCodes.InvalidInput, "the printer's name is of letters, digits and _");
            }

            using var process = Process.Start(new ProcessStartInfo("lp")
            {
                ArgumentList = { "-d", job.Printer, "-t", "label " + context.Now.ToUnixTimeMilliseconds() },
                RedirectStandardInput = true,
            })!;
            await process.StandardInput.WriteLineAsync(job.Title);
            await process.StandardInput.WriteAsync(job.Text);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "sent" : "not sent";
        }
    }
}
