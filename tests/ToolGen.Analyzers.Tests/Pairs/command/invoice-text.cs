// Reads the text of the newest invoice; the file's name comes from the supplier's server and is pasted into a command.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record InvoiceEntry(int Number, string FileName);

    [McpServerToolType]
    public sealed class InvoiceTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "newest_invoice_text"), Description("Text of the newest invoice of our supplier.")]
        public async Task<string> NewestAsync(CancellationToken cancellationToken)
        {
            using var client = clients.CreateClient("supplier");
            var entry = await client.GetFromJsonAsync<InvoiceEntry>("invoices/newest", cancellationToken)
                ?? throw new InvalidDataException("no invoice");
            var file = Path.Combine(Path.GetTempPath(), Path.GetFileName(entry.FileName));
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync($"invoices/{entry.Number}/pdf", cancellationToken), cancellationToken);

            var info = new ProcessStartInfo("/bin/sh", ["-c", $"pdftotext -layout '{file}' - | head -c 20000"]) { RedirectStandardOutput = true };
            using var process = Process.Start(info)!;
            return await process.StandardOutput.ReadToEndAsync(cancellationToken);
        }
    }
}

namespace Fixed
{
    public sealed record InvoiceEntry(int Number, string FileName);

    [McpServerToolType]
    public sealed class InvoiceTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "newest_invoice_text"), Description("Text of the newest invoice of our supplier.")]
        public async Task<string> NewestAsync(CancellationToken cancellationToken)
        {
            using var client = clients.CreateClient("supplier");
            var entry = await client.GetFromJsonAsync<InvoiceEntry>("invoices/newest", cancellationToken)
                ?? throw new InvalidDataException("no invoice");
            var file = Path.Combine(Path.GetTempPath(), $"invoice-{Guid.NewGuid():N}.pdf");
            try
            {
                await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync($"invoices/{entry.Number}/pdf", cancellationToken), cancellationToken);

                var info = new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true };
                using var process = Process.Start(info)!;
                var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return text.Length > 20_000 ? text[..20_000] : text;
            }
            finally
            {
                File.Delete(file);
            }
        }
    }
}
