// Dumps a table of the database into a compressed file; a quote is escaped in a way that the shell does not know.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class BackupPlugin(string folder)
    {
        [KernelFunction("dump_table"), Description("Dumps a table and returns the name of the dump.")]
        public async Task<string> DumpAsync(string table)
        {
            var target = Path.Combine(folder, $"{Guid.NewGuid():N}.sql.gz");
            var line = $"pg_dump --no-password -t '{Quote(table)}' shop | gzip > '{target}'";
            await ShellAsync(line);
            return Path.GetFileName(target);
        }

        private static string Quote(string value) => value.Replace("'", "\\'");

        private static async Task ShellAsync(string line)
        {
            using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line]))!;
            await shell.WaitForExitAsync();
            if (shell.ExitCode != 0) throw new IOException("the dump failed");
        }
    }
}

namespace Fixed
{
    public sealed class BackupPlugin(string folder)
    {
        private static readonly HashSet<string> Tables = ["orders", "customers", "products", "stock"];

        [KernelFunction("dump_table"), Description("Dumps a table (orders, customers, products, stock) and returns the name of the dump.")]
        public async Task<string> DumpAsync(string table)
        {
            if (!Tables.TryGetValue(table, out var known)) throw new ArgumentException("There is no such table.", nameof(table));

            var target = Path.Combine(folder, $"{Guid.NewGuid():N}.sql.gz");
            var info = new ProcessStartInfo("pg_dump", ["--no-password", "--table=" + known, "shop"]) { RedirectStandardOutput = true };
            using var dump = Process.Start(info)!;
            await using (var file = File.Create(target))
            await using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
            {
                await dump.StandardOutput.BaseStream.CopyToAsync(gzip);
            }

            await dump.WaitForExitAsync();
            return dump.ExitCode == 0 ? Path.GetFileName(target) : throw new IOException("the dump failed");
        }
    }
}
