using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;

namespace ToolGen.Generator.Types;

/// <summary>A C# type that a schema reaches, and how the contract reads and writes it.</summary>
/// <param name="Name">As generated code writes it, without <c>?</c>.</param>
/// <param name="IsValueType">Whether <c>T?</c> is <c>Nullable&lt;T&gt;</c>.</param>
public abstract record CSharpType(string Name, bool IsValueType)
{
    /// <summary>As written outside the tool's class: its own types with the class in front.</summary>
    public virtual string NameOutside(string className) => this.Name;
}

/// <summary>A type that the contract reads and writes itself, by one method of that name.</summary>
public sealed record LeafType(string Name, bool IsValueType, string Method) : CSharpType(Name, IsValueType)
{
    public static readonly LeafType String = new("string", false, "String");
    public static readonly LeafType Boolean = new("bool", true, "Boolean");
    public static readonly LeafType Int32 = new("int", true, "Int32");
    public static readonly LeafType Int64 = new("long", true, "Int64");
    public static readonly LeafType Double = new("double", true, "Double");
    public static readonly LeafType Decimal = new("decimal", true, "Decimal");
    public static readonly LeafType Big = new("global::System.Numerics.BigInteger", true, "Big");
    public static readonly LeafType Date = new("global::System.DateOnly", true, "Date");
    public static readonly LeafType Time = new("global::System.TimeOnly", true, "Time");
    public static readonly LeafType DateTime = new("global::System.DateTimeOffset", true, "DateTime");
    public static readonly LeafType Duration = new("global::System.TimeSpan", true, "Duration");
    public static readonly LeafType Uuid = new("global::System.Guid", true, "Uuid");
    public static readonly LeafType Bytes = new("global::System.ReadOnlyMemory<byte>", true, "Bytes");
    public static readonly LeafType Element = new("global::System.Text.Json.JsonElement", true, "Element");
}

/// <summary>A nominal type (<c>x-type</c>): a wrapper around one value that converts to nothing by itself.</summary>
/// <param name="Name">As generated code writes it.</param>
/// <param name="NominalTypeName">As the schema writes it.</param>
/// <param name="Base">What it wraps.</param>
public sealed record NominalType(string Name, string NominalTypeName, LeafType Base) : CSharpType(Name, true);

/// <summary><c>IReadOnlyList</c>.</summary>
public sealed record ListType(TypeUse Element) : CSharpType($"global::System.Collections.Generic.IReadOnlyList<{Element.TypeName}>", false)
{
    public override string NameOutside(string className) => $"global::System.Collections.Generic.IReadOnlyList<{this.Element.NameOutside(className)}>";
}

/// <summary><c>IReadOnlyDictionary</c> by name.</summary>
public sealed record MapType(TypeUse Element) : CSharpType($"global::System.Collections.Generic.IReadOnlyDictionary<string, {Element.TypeName}>", false)
{
    public override string NameOutside(string className) => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {this.Element.NameOutside(className)}>";
}

/// <summary>A type with a reader <c>ReadSuffix</c> and a writer <c>WriteSuffix</c> of its own in the tool's <c>Wire</c> class.</summary>
public abstract record NamedType(string Name, bool IsValueType, string Suffix) : CSharpType(Name, IsValueType);

/// <summary>A record of the tool.</summary>
public sealed record RecordType(string Name) : NamedType(Name, false, Name)
{
    public override string NameOutside(string className) => className + "." + this.Name;
}

/// <summary>An abstract record of the tool, with its cases.</summary>
public sealed record UnionType(string Name) : NamedType(Name, false, Name)
{
    public override string NameOutside(string className) => className + "." + this.Name;
}

/// <summary>A tuple.</summary>
public sealed record TupleType(EquatableArray<TypeUse> Items, string Suffix) : NamedType(Text(Items.Select(item => item.TypeName)), true, Suffix)
{
    public override string NameOutside(string className) => Text(this.Items.Select(item => item.NameOutside(className)));

    private static string Text(IEnumerable<string> names) => names.Count() == 1 ? $"global::System.ValueTuple<{names.First()}>" : $"({string.Join(", ", names)})";
}
