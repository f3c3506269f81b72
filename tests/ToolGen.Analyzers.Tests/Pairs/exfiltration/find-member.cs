// Finds members of a club; whole rows are returned, with password hashes and second factors.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class MembersPlugin(string connectionString)
    {
        [KernelFunction, Description("Finds members by the start of their name.")]
        public async Task<string> FindMembersAsync(string name)
        {
            await using var connection = new SqliteConnection(connectionString);
            var rows = await connection.QueryAsync("SELECT m.*, l.password_hash, l.totp_secret FROM members m JOIN logins l ON l.member_id = m.id WHERE m.name LIKE @start LIMIT 20", new { start = name + "%" });
            return JsonSerializer.Serialize(rows.Cast<IDictionary<string, object>>());
        }
    }
}

namespace Fixed
{
    public sealed record Member(long Id, string Name, string Section, long JoinedYear);

    public class MembersPlugin(string connectionString)
    {
        [KernelFunction, Description("Finds members by the start of their name.")]
        public async Task<string> FindMembersAsync(string name)
        {
            await using var connection = new SqliteConnection(connectionString);
            var rows = await connection.QueryAsync<Member>(
                "SELECT id AS Id, name AS Name, section AS Section, joined_year AS JoinedYear FROM members WHERE name LIKE @start LIMIT 20",
                new { start = name + "%" });
            return JsonSerializer.Serialize(rows);
        }
    }
}
