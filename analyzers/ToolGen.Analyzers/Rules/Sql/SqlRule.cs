using System.Collections.Immutable;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Text that a database reads as SQL.</summary>
internal sealed class SqlRule : FlowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.SqlFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "*") => model.Sink(Danger.Sql, FindingCatalog.SqlFromInput, type, member, parameter);
        Sink("System.Data.Common.DbCommand", "CommandText");
        Sink("System.Data.IDbCommand", "CommandText");
        Sink("System.Data.Common.DbCommand", ".ctor", "commandText|cmdText");
        Sink("System.Data.Common.DbBatchCommand", "CommandText");
        Sink("System.Data.Common.DbDataAdapter", ".ctor", "selectCommandText");
        Sink("Npgsql.NpgsqlDataSource", "CreateCommand", "commandText");
        Sink("Npgsql.NpgsqlConnection", "*", "copyFromCommand|copyToCommand");
        Sink("Dapper.SqlMapper", "*", "sql");
        Sink("Dapper.CommandDefinition", ".ctor", "commandText");
        Sink("ToolGen.SqlStatement", "Text", "text");
        // A statement whose holes are parameters is only one while its text is a constant.
        Sink("System.Runtime.CompilerServices.FormattableStringFactory", "Create", "format");
        Sink("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "FromSqlRaw", "sql");
        foreach (var name in new[] { "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw" }) Sink("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", name, "sql");
    }
}
