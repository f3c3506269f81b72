// Exports a table as CSV with COPY; the table's name is the caller's text.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Npgsql;

namespace Vulnerable
{
    public class ExportPlugin
    {
        private readonly NpgsqlConnection connection;

        public ExportPlugin(NpgsqlConnection connection) => this.connection = connection;

        [KernelFunction, Description("Exports a table as CSV.")]
        public async Task<string> ExportTableAsync([Description("countries, currencies or rates")] string table)
        {
            using var source = await this.connection.BeginTextExportAsync($"COPY {table} TO STDOUT (FORMAT csv, HEADER)");
            var csv = new StringBuilder();
            while (await source.ReadLineAsync() is { } line) csv.AppendLine(line);
            return csv.ToString();
        }
    }
}

namespace Fixed
{
    public class ExportPlugin
    {
        private static readonly FrozenSet<string> Exportable = new[] { "countries", "currencies", "rates" }.ToFrozenSet(StringComparer.Ordinal);

        private readonly NpgsqlConnection connection;

        public ExportPlugin(NpgsqlConnection connection) => this.connection = connection;

        [KernelFunction, Description("Exports a table as CSV.")]
        public async Task<string> ExportTableAsync([Description("countries, currencies or rates")] string table)
        {
            if (!Exportable.Contains(table)) throw new KernelException($"There is no export of this table; there are {string.Join(", ", Exportable)}.");

            using var source = await this.connection.BeginTextExportAsync($"COPY {table} TO STDOUT (FORMAT csv, HEADER)");
            var csv = new StringBuilder();
            while (await source.ReadLineAsync() is { } line) csv.AppendLine(line);
            return csv.ToString();
        }
    }
}
