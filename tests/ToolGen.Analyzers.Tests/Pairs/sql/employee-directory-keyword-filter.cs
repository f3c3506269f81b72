// Looks up employees of a department; words that look dangerous are refused, everything else goes into the statement.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class DirectoryPlugin(SqliteConnection connection)
    {
        private static readonly string[] Forbidden = ["drop ", "delete ", "insert ", "update ", "alter ", "--", ";"];

        [KernelFunction("list_employees")]
        [Description("Lists the names and mail addresses of a department.")]
        public async Task<IReadOnlyList<string>> ListEmployeesAsync(string department)
        {
            if (Forbidden.Any(word => department.Contains(word, StringComparison.OrdinalIgnoreCase)))
                throw new KernelException("The department contains characters that are not allowed.");

            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name || ' <' || mail || '>' FROM employees WHERE department = '" + department + "'";
            using var reader = await command.ExecuteReaderAsync();
            List<string> names = [];
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
            return names;
        }
    }
}

namespace Fixed
{
    public sealed class DirectoryPlugin(SqliteConnection connection)
    {
        [KernelFunction("list_employees")]
        [Description("Lists the names and mail addresses of a department.")]
        public async Task<IReadOnlyList<string>> ListEmployeesAsync(string department)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name || ' <' || mail || '>' FROM employees WHERE department = :department";
            command.Parameters.AddWithValue(":department", department);
            using var reader = await command.ExecuteReaderAsync();
            List<string> names = [];
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
            return names;
        }
    }
}
