using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Operations;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;

namespace ToolGen.OpenApi.Specs;

/// <summary>
/// The name of each operation's tool: its <c>operationId</c>, else path and method (<c>/pets/{id}</c> and <c>get</c>: <c>pets_id_get</c>), in
/// letters that every provider takes. Of operations with one name the later ones go by path and method too, then by number.
/// </summary>
internal static class ToolNames
{
    /// <summary>A name for each operation, in their order; no two are equal ignoring case.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ApiOperation> operations, ImportFindings findings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var wanted = new List<string>();
        foreach (var operation in operations)
        {
            var name = SpecNames.Mend(operation.Id?.Trim() ?? OfPath(operation));
            if (!taken.Add(name)) taken.Add(name = SpecNames.Mend(OfPath(operation)));
            wanted.Add(name);
        }

        var names = SpecNames.Distinct(wanted);
        for (var i = 0; i < names.Count; i++)
        {
            if (operations[i].Id == names[i]) continue;
            var why = operations[i].Id is not { } id ? "it has no operationId" : SpecNames.Mend(id) == names[i] ? $"its operationId is `{id}`" : $"its operationId `{id}` is another's too";
            findings.Add(FindingCatalog.ImportedName, operations[i].At, operations[i].ToString(), names[i], why);
        }

        return names;
    }

    private static string OfPath(ApiOperation operation)
    {
        var parts = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)).Where(part => part.Length > 0);
        return string.Join('_', parts.DefaultIfEmpty("root").Append(operation.Method.ToLowerInvariant()));
    }
}
