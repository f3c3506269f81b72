namespace ToolGen.Generator.Types;

/// <summary>A type at one place of a schema: whether it may be null, and which rule holds there.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="IsNullable">Whether JSON <c>null</c> is allowed.</param>
/// <param name="Rule">The field of a rule for what the type leaves open; null where it leaves nothing.</param>
/// <param name="Whole">The field of a rule that the value must pass as a whole, beside its type; mostly null.</param>
public sealed record TypeUse(CSharpType Type, bool IsNullable, string? Rule = null, string? Whole = null)
{
    /// <summary>The type as written.</summary>
    public string TypeName => this.IsNullable ? this.Type.Name + "?" : this.Type.Name;

    /// <summary>The type as written outside the tool's class.</summary>
    public string NameOutside(string className) => this.Type.NameOutside(className) + (this.IsNullable ? "?" : "");

    /// <summary>An expression that reads it from <c>r</c>.</summary>
    public string Read
    {
        get
        {
            var read = this.Whole is null ? this.Plain : $"r.Check({this.Whole}) ? {this.Plain} : default!";
            return this.IsNullable ? $"r.Null() ? default({this.TypeName}) : {read}" : read;
        }
    }

    /// <summary>What reads it, as a delegate.</summary>
    public string Reader => this is { Type: NamedType named, IsNullable: false, Whole: null } ? "Read" + named.Suffix : $"static (ref global::ToolGen.ToolReader r) => {this.Read}";

    /// <summary>What writes it, as a delegate.</summary>
    public string Writer => this is { Type: NamedType named, IsNullable: false, Whole: null } ? "Write" + named.Suffix : $"static (w, v) => {{ {this.Write("v")} }}";

    private string Plain => this.Type switch
    {
        LeafType leaf => $"r.{leaf.Method}({this.Rule})",
        NominalType nominal => $"new {nominal.Name}(r.{nominal.Base.Method}({this.Rule}))",
        ListType list => $"r.List({list.Element.Reader}{this.RuleArgument})",
        MapType map => $"r.Map({map.Element.Reader}{this.RuleArgument})",
        NamedType named => $"Read{named.Suffix}(ref r)",
        _ => throw new System.InvalidOperationException("a type without a reader: " + this.Type.Name),
    };

    private string RuleArgument => this.Rule is null ? "" : ", " + this.Rule;

    /// <summary>Statements that write the value of an expression to <c>w</c>; <paramref name="name"/> is the member's name as a UTF-8 literal, or null.</summary>
    public string Write(string value, string? name = null)
    {
        var target = name is null ? "w" : $"w.Name({name})";
        if (!this.IsNullable) return this.WriteValue(target, value, name);
        var unwrapped = this.Type.IsValueType ? value + ".Value" : value;
        return $"if ({value} is null) {target}.Null(); else {{ {this.WriteValue(target, unwrapped, name)} }}";
    }

    private string WriteValue(string target, string value, string? name)
    {
        if (this.Whole is not null)
        {
            var open = name is null ? "" : target + "; ";
            return $"{open}{{ var m = w.Mark(); {this.WritePlain("w", value)} w.Verify(m, {this.Whole}); }}";
        }

        return this.WritePlain(target, value);
    }

    private string WritePlain(string target, string value) => this.Type switch
    {
        LeafType leaf => $"{target}.{leaf.Method}({value}{this.RuleArgument});",
        NominalType nominal => $"{target}.{nominal.Base.Method}({value}.Value{this.RuleArgument});",
        ListType list => $"{target}.List({value}, {list.Element.Writer}{this.RuleArgument});",
        MapType map => $"{target}.Map({value}, {map.Element.Writer}{this.RuleArgument});",
        NamedType named => $"Write{named.Suffix}({target}, {value});",
        _ => throw new System.InvalidOperationException("a type without a writer: " + this.Type.Name),
    };
}
