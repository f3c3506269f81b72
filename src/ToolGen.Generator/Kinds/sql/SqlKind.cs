using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Types;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>One statement, its holes parameters; rows, typed.</summary>
internal sealed class SqlKind : Kind
{
    public override string Word => "sql";

    public override IReadOnlyList<TypeRoot> Roots(ToolSpec spec) =>
        SqlRows.Of(spec, (SqlImplementation)spec.Implementation!).Plan is { } row ? [new(SqlRows.Type, row, TypeRole.Record)] : [];

    public override KindCode Generate(KindWork work)
    {
        var implementation = (SqlImplementation)work.Spec.Implementation!;
        var rows = SqlRows.Of(work.Spec, implementation);
        string[] words = rows.Plan is null ? ["affected"] : ["rows", "affected"];
        var code = new DeclarativeCode(work, DeclarativeNames.Of(work, implementation.Let.Select(let => (let.Name, let.Member)), words));

        // Of a statement that can't be run no columns are known.
        if (!new SqlChecks(work, implementation, rows).Check()) return KindCode.None;
        var model = new SqlWriter(code, implementation, rows).Write();
        if (work.Findings.Errors > 0) return KindCode.None;
        var capability = $"sql {implementation.Database.Value} {(implementation.Writes ? "write" : "read")}";
        return new(work.Render("Kinds.sql.sql.sbn", model) + code.Functions(), HasScope: true) { Capabilities = model.UsesNow ? [capability, "clock"] : [capability] };
    }
}
