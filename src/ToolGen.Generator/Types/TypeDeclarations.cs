using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Generator.Kinds;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Signatures;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Types;

/// <summary>The C# that a spec's schemas become, as short as a reader needs it: what <c>toolgen types</c> prints and what travels with findings.</summary>
public static class TypeDeclarations
{
    /// <summary>One line a type: <c>record Output(bool Valid, string Country);</c>, in the order of the constructor. LF line ends, the last one included.</summary>
    /// <param name="spec">The tool.</param>
    /// <param name="kinds">The project's own.</param>
    /// <param name="tools">The tools that it can call; null: none.</param>
    public static string Of(ToolSpec spec, EquatableArray<OwnKindDefinition> kinds = default, ToolSignatures? tools = null)
    {
        var roots = new List<TypeRoot> { new("Input", spec.Input, TypeRole.Input), new("Output", spec.Output, TypeRole.Output) };
        if (KindTable.Of(spec.Implementation, kinds) is { } kind) roots.AddRange(kind.Roots(spec, tools ?? ToolSignatures.None));
        var types = TypeBuilder.Build(CSharpNames.ClassOf(spec.Name), roots.ToArray(), new FindingSink(spec.Source));
        var text = new StringBuilder();
        foreach (var root in roots)
        {
            // A root that is no record has no declaration of its own.
            if (types.Roots[root.Name].TypeName is var name && name != root.Name) text.Append($"using {root.Name} = {Short(name)};\n");
        }

        foreach (var union in types.Unions) text.Append($"abstract record {union.Name};\n");
        foreach (var record in types.Records)
        {
            var properties = record.Parameters.Select(property => $"{Short(property.Type)} {property.Name}{property.ParameterDefault}");
            text.Append($"record {record.Name}({string.Join(", ", properties)}){(record.Base.Length == 0 ? "" : " : " + record.Base)}{More(record.Additional)}\n");
        }

        foreach (var constants in types.Constants)
            text.Append($"static class {constants.Name} {{ {string.Join(" ", constants.Constants.Select(constant => $"const string {constant.Name} = {constant.Value};"))} }}\n");
        return text.ToString();
    }

    private static string More(PropertyModel? additional) => additional is null ? ";" : $" {{ {Short(additional.Type)} {additional.Name} {{ get; init; }} }}";

    private static string Short(string type) => type
        .Replace("global::System.Collections.Generic.", "").Replace("global::System.Text.Json.", "").Replace("global::System.Numerics.", "")
        .Replace("global::System.", "").Replace("global::ToolGen.", "");
}
