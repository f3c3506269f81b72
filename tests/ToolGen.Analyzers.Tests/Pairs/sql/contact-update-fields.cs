// Changes fields of a contact; the values are parameters, but the names of the fields become columns as they come.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ContactTools(SqliteConnection connection)
    {
        [McpServerTool, Description("Changes fields of a contact.")]
        public async Task<string> UpdateContact(long id, Dictionary<string, string> fields)
        {
            await using var command = connection.CreateCommand();
            var assignments = fields.Select((field, i) => $"{field.Key} = @p{i}");
            command.CommandText = $"UPDATE contacts SET {string.Join(", ", assignments)} WHERE id = @id";
            var n = 0;
            foreach (var value in fields.Values) command.Parameters.AddWithValue($"@p{n++}", value);
            command.Parameters.AddWithValue("@id", id);
            return $"{await command.ExecuteNonQueryAsync()} changed";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ContactTools(SqliteConnection connection)
    {
        private static readonly Dictionary<string, string> Columns = new()
        {
            ["name"] = "full_name",
            ["email"] = "email",
            ["phone"] = "phone",
            ["company"] = "company",
        };

        [McpServerTool, Description("Changes fields of a contact.")]
        public async Task<string> UpdateContact(long id, Dictionary<string, string> fields)
        {
            await using var command = connection.CreateCommand();
            var assignments = new List<string>();
            foreach (var (name, value) in fields)
            {
                if (!Columns.TryGetValue(name, out var column)) throw new McpException("A contact has only name, email, phone and company.");
                var parameter = $"@p{assignments.Count}";
                assignments.Add($"{column} = {parameter}");
                command.Parameters.AddWithValue(parameter, value);
            }

            if (assignments.Count == 0) return "0 changed";
            command.CommandText = $"UPDATE contacts SET {string.Join(", ", assignments)} WHERE id = @id";
            command.Parameters.AddWithValue("@id", id);
            return $"{await command.ExecuteNonQueryAsync()} changed";
        }
    }
}
