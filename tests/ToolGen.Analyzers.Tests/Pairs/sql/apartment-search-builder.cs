// Searches flats by several criteria; an extension of StringBuilder appends quoted conditions.
using System.Collections.Generic;
using System.ComponentModel;
using System.Data;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Dapper;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record FlatQuery(string? City, string? District, string? Heating, int? MaxRent);

    public sealed record Flat(int Id, string Address, int Rent);

    internal static class WhereExtensions
    {
        public static StringBuilder AndEquals(this StringBuilder sql, string column, string? value) =>
            string.IsNullOrWhiteSpace(value) ? sql : sql.Append(" AND ").Append(column).Append(" = '").Append(value).Append('\'');
    }

    [McpServerToolType]
    public sealed class FlatTools(IDbConnection db)
    {
        [McpServerTool, Description("Searches flats to let.")]
        public async Task<List<Flat>> SearchFlats(FlatQuery query)
        {
            var sql = new StringBuilder("SELECT id, address, rent FROM flats WHERE 1 = 1")
                .AndEquals("city", query.City)
                .AndEquals("district", query.District)
                .AndEquals("heating", query.Heating);
            if (query.MaxRent is { } max) sql.Append(" AND rent <= ").Append(max);
            return (await db.QueryAsync<Flat>(sql.ToString())).AsList();
        }
    }
}

namespace Fixed
{
    public sealed record FlatQuery(string? City, string? District, string? Heating, int? MaxRent);

    public sealed record Flat(int Id, string Address, int Rent);

    internal sealed class Where
    {
        private readonly StringBuilder text = new("1 = 1");

        public DynamicParameters Values { get; } = new();

        public Where AndEquals(string column, string? value)
        {
            if (string.IsNullOrWhiteSpace(value)) return this;
            this.text.Append(" AND ").Append(column).Append(" = @").Append(column);
            this.Values.Add(column, value);
            return this;
        }

        public override string ToString() => this.text.ToString();
    }

    [McpServerToolType]
    public sealed class FlatTools(IDbConnection db)
    {
        [McpServerTool, Description("Searches flats to let.")]
        public async Task<List<Flat>> SearchFlats(FlatQuery query)
        {
            var where = new Where().AndEquals("city", query.City).AndEquals("district", query.District).AndEquals("heating", query.Heating);
            var limit = query.MaxRent is { } max ? $" AND rent <= {max}" : "";
            return (await db.QueryAsync<Flat>($"SELECT id, address, rent FROM flats WHERE {where}{limit}", where.Values)).AsList();
        }
    }
}
