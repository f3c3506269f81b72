// Takes in a supplier's bundle of invoices; the prefix check of the entries lacks the separator.
using System;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class InvoiceBundles
    {
        /// <summary>Takes in a bundle of invoices.</summary>
        /// <param name="bundle">A zip.</param>
        [Tool]
        public static async Task<int> TakeInvoices(byte[] bundle, CancellationToken cancellationToken)
        {
            var home = Path.GetFullPath("finance/invoices");
            var taken = 0;
            using var zip = new ZipArchive(new MemoryStream(bundle));
            foreach (var invoice in zip.Entries)
            {
                var path = Path.GetFullPath(Path.Combine(home, invoice.FullName));
                if (!path.StartsWith(home, StringComparison.Ordinal)) continue;
                await using var from = invoice.Open();
                await using var to = new FileStream(path, FileMode.Create);
                await from.CopyToAsync(to, cancellationToken);
                taken++;
            }

            return taken;
        }
    }
}

namespace Fixed
{
    public static class InvoiceBundles
    {
        /// <summary>Takes in a bundle of invoices.</summary>
        /// <param name="bundle">A zip.</param>
        /// <param name="context">Where the files go.</param>
        [Tool(Capabilities = ["write invoices/*"])]
        public static async Task<int> TakeInvoices(byte[] bundle, ToolContext context, CancellationToken cancellationToken)
        {
            var taken = 0;
            using var zip = new ZipArchive(new MemoryStream(bundle));
            using var outputs = context.Files.BeginWrite();
            foreach (var invoice in zip.Entries)
            {
                if (invoice.Length is 0 or > 5_000_000) continue;
                await using var from = invoice.Open();
                var to = outputs.Create($"invoices/{++taken:D4}.pdf", replace: false);
                await from.CopyToAsync(to, cancellationToken);
            }

            outputs.Commit();
            return taken;
        }
    }
}
