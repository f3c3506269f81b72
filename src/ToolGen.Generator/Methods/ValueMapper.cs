using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Generator.Kinds;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification;

namespace ToolGen.Generator.Methods;

/// <summary>C# that turns what the schema's reader gives into a method's own types, or a method's result into what the schema's writer takes.</summary>
/// <param name="work">The tool.</param>
/// <param name="shapes">The objects that are reached.</param>
/// <param name="isRead">Which of the two.</param>
internal sealed class ValueMapper(KindWork work, EquatableArray<ObjectShape> shapes, bool isRead)
{
    private readonly Dictionary<(string Record, string Shape), string> mappers = [];
    private readonly List<string> members = [];
    private int locals;

    /// <summary>Methods that the expressions call.</summary>
    public IReadOnlyList<string> Members => this.members;

    /// <summary>The record behind a type.</summary>
    public RecordModel RecordOf(TypeUse use) => work.Types.Records.First(record => record.Name == use.Type.Name);

    /// <summary>An argument from the property that the schema's reader filled.</summary>
    /// <param name="property">The property.</param>
    /// <param name="owner">C# that holds it.</param>
    /// <param name="use">The type that is wanted.</param>
    /// <param name="otherwise">What is passed where it was left out; null: it is there.</param>
    public string Argument(PropertyModel property, string owner, MethodUse use, string? otherwise)
    {
        var value = $"{owner}.{property.Name}";
        if (property.IsOptional) return $"({value}.IsSet ? {this.Map(use, property.Use, value + ".Value")} : {otherwise ?? $"default({use.TypeName})!"})";
        if (property.Type == property.Use.TypeName || property.Use.IsNullable) return this.Map(use, property.Use, value);

        // May be left out, and is not null where it is there.
        var local = this.Local();
        return $"({value} is {{ }} {local} ? {this.Map(use, property.Use, local)} : {otherwise ?? $"default({use.TypeName})!"})";
    }

    /// <summary>One value.</summary>
    /// <param name="use">The method's type.</param>
    /// <param name="own">The tool's type of the same value.</param>
    /// <param name="value">C# of the one that is there.</param>
    public string Map(MethodUse use, TypeUse own, string value)
    {
        var target = isRead ? use.TypeName : own.TypeName;
        if (!use.IsNullable) return this.Map(use.Type, own, value);
        var local = this.Local();
        var mapped = this.Map(use.Type, own, local);
        return mapped == local ? value : $"({value} is {{ }} {local} ? {mapped} : default({target}))";
    }

    private string Map(MethodType type, TypeUse own, string value)
    {
        switch (type)
        {
            case ScalarType scalar:
                return (isRead ? scalar.Into : scalar.Back) is { } pattern ? Fill(pattern, value) : value;
            case EnumType flags when flags.IsFlags:
                return this.Flags(flags, value);
            case EnumType words:
                return $"{this.Words(words)}({value})";
            case SequenceType list:
                return this.List(list, ((ListType)own.Type).Element, value);
            case DictionaryType map:
                return this.Dictionary(map, ((MapType)own.Type).Element, value);
            case ElementsType tuple:
                return this.Tuple(tuple, (TupleType)own.Type, value);
            default:
                return $"{this.ObjectMapper(this.RecordOf(own), shapes.First(shape => shape.Name == type.Name))}({value})";
        }
    }

    private string List(SequenceType list, TypeUse element, string value)
    {
        var item = this.Local();
        var mapped = this.Map(list.Element, element, item);
        var source = mapped == item ? value : $"global::System.Linq.Enumerable.Select({value}, {item} => {mapped})";
        if (isRead) return list.Into is { } into ? Fill(into, source) : mapped == item ? value : $"global::System.Linq.Enumerable.ToArray({source})";
        return mapped == item && list.Into is null && list.Name.Contains("IReadOnlyList<") ? value : $"global::System.Linq.Enumerable.ToArray({source})";
    }

    private string Dictionary(DictionaryType map, TypeUse element, string value)
    {
        var item = this.Local();
        var mapped = this.Map(map.Element, element, item + ".Value");
        var type = isRead ? map.Element.TypeName : element.TypeName;
        var made = mapped == item + ".Value" && isRead && map.Into is null && map.Name.Contains("IReadOnlyDictionary<") ? value
            : $"global::System.Linq.Enumerable.ToDictionary<global::System.Collections.Generic.KeyValuePair<string, {(isRead ? element.TypeName : map.Element.TypeName)}>, string, {type}>({value}, {item} => {item}.Key, {item} => {mapped}, global::System.StringComparer.Ordinal)";
        return isRead && map.Into is { } into ? Fill(into, made) : made;
    }

    private string Tuple(ElementsType tuple, TupleType own, string value)
    {
        var items = tuple.Elements.Select((element, i) => this.Map(element, own.Items[i], $"{value}.Item{(i + 1).ToString(CultureInfo.InvariantCulture)}")).ToArray();
        return items.Length == 1 ? $"global::System.ValueTuple.Create({items[0]})" : $"({string.Join(", ", items)})";
    }

    // A set of flags is the list of the members that are in it.
    private string Flags(EnumType type, string value)
    {
        if (isRead) return $"global::System.Linq.Enumerable.Aggregate({value}, default({type.Name}), (all, one) => all | {this.Words(type)}(one))";
        var members = string.Join(", ", type.Members.Select(member => $"({type.Name}.{member.Name}, {CSharpText.Literal(member.Json)})"));
        return $"global::System.Linq.Enumerable.ToArray(global::System.Linq.Enumerable.Distinct(global::System.Linq.Enumerable.Select(global::System.Linq.Enumerable.Where(new ({type.Name} Flag, string Word)[] {{ {members} }}, one => one.Flag == {value} || (one.Flag != default && ({value} & one.Flag) == one.Flag)), one => one.Word)))";
    }

    private string Words(EnumType type)
    {
        if (this.mappers.TryGetValue((type.Name, ""), out var known)) return known;
        var name = this.mappers[(type.Name, "")] = this.Name();
        var cases = isRead
            ? type.Members.GroupBy(member => member.Json).Select(group => group.First()).Select(member => $"{CSharpText.Literal(member.Json)} => {type.Name}.{member.Name}")
            : [];

        // Two members of one value are one case.
        this.members.Add(isRead
            ? $"private static {type.Name} {name}(string v) => v switch {{ {string.Join(", ", cases.Append($"_ => global::ToolGen.Methods.MethodValues.NoMember<{type.Name}>(v)"))} }};"
            : $"private static string {name}({type.Name} v) {{ {string.Concat(type.Members.Select(member => $"if (v == {type.Name}.{member.Name}) return {CSharpText.Literal(member.Json)}; "))}throw global::ToolGen.Methods.MethodValues.NoWord(v); }}");
        return name;
    }

    private string ObjectMapper(RecordModel record, ObjectShape shape)
    {
        if (this.mappers.TryGetValue((record.Name, shape.Name), out var known)) return known;
        var name = this.mappers[(record.Name, shape.Name)] = this.Name();
        var body = isRead ? this.Make(record, shape) : this.Take(record, shape);
        var guard = shape.IsShared ? "global::ToolGen.Methods.MethodValues.EnsureDepth(); " : "";
        var (from, to) = isRead ? (record.Name, shape.Name) : (shape.Name, record.Name);
        this.members.Add($"private static {to} {name}({from} v) {{ {guard}{body} }}");
        return name;
    }

    private string Make(RecordModel record, ObjectShape shape)
    {
        var arguments = new List<string>();
        var required = new List<string>();
        var optional = new List<(ObjectProperty Property, PropertyModel Own)>();
        foreach (var property in shape.Properties)
        {
            var own = record.Properties.First(one => one.JsonName == property.Json);
            if (property.IsArgument) arguments.Add(this.Argument(own, "v", property.Use, property.Otherwise));
            else if (property.IsRequired) required.Add($"{property.Name} = {this.Argument(own, "v", property.Use, null)}");
            else optional.Add((property, own));
        }

        var start = $"new {shape.Name}({string.Join(", ", arguments)})";
        if (optional.Count == 0) return $"return {With(start, required)};";

        // What was left out keeps what the type itself begins with.
        var all = required.Concat(optional.Select(one => $"{one.Property.Name} = {this.Argument(one.Own, "v", one.Property.Use, "d." + one.Property.Name)}"));
        return $"var d = {With(start, required)}; return {With(start, all)};";
    }

    private string Take(RecordModel record, ObjectShape shape)
    {
        var values = shape.Properties.Select(property =>
        {
            var own = record.Properties.First(one => one.JsonName == property.Json);
            return $"{own.Name} = {this.Map(property.Use, own.Use, "v." + property.Name)}";
        });

        // The writer says where a null stands that the schema does not allow.
        var guard = shape.IsValueType ? "" : "if (v is null) return null!; ";
        return $"{guard}return {With($"new {record.Name}()", values)};";
    }

    private static string With(string made, IEnumerable<string> members)
    {
        var text = new StringBuilder(made);
        var list = string.Join(", ", members);
        return list.Length == 0 ? made : text.Append(" { ").Append(list).Append(" }").ToString();
    }

    private static string Fill(string pattern, string value) => pattern.Replace("$", value);

    private string Local() => "_" + (this.locals++).ToString(CultureInfo.InvariantCulture) + (isRead ? "i" : "o");

    private string Name() => (isRead ? "Into" : "From") + this.members.Count.ToString(CultureInfo.InvariantCulture) + "_" + this.mappers.Count.ToString(CultureInfo.InvariantCulture);
}
