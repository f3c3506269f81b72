// Adds a note to a patient's file; quotes are doubled in an E'' string, in which a backslash escapes one of them.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Npgsql;
using NpgsqlTypes;

namespace Vulnerable
{
    public sealed class NotesPlugin(NpgsqlDataSource source, TimeProvider clock)
    {
        [KernelFunction("add_note"), Description("Adds a note to a patient's file.")]
        public async Task<bool> AddNoteAsync(Guid patient, string text, CancellationToken cancellationToken = default)
        {
            var literal = ToLiteral(text);
            var sql = $"INSERT INTO notes (patient, at, body) VALUES ('{patient}', '{clock.GetUtcNow():O}', {literal})";
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync(cancellationToken) == 1;

            static string ToLiteral(string value) => "E'" + value.Replace("'", "''").Replace("\r\n", "\\n").Replace("\n", "\\n") + "'";
        }
    }
}

namespace Fixed
{
    public sealed class NotesPlugin(NpgsqlDataSource source, TimeProvider clock)
    {
        [KernelFunction("add_note"), Description("Adds a note to a patient's file.")]
        public async Task<bool> AddNoteAsync(Guid patient, string text, CancellationToken cancellationToken = default)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand("INSERT INTO notes (patient, at, body) VALUES ($1, $2, $3)", connection)
            {
                Parameters =
                {
                    new() { Value = patient },
                    new() { Value = clock.GetUtcNow().UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    new() { Value = text.ReplaceLineEndings("\n") },
                },
            };
            return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
        }
    }
}
