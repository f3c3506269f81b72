using System.Collections.Generic;

namespace ToolGen.Generator.Types;

/// <summary>All types of a tool: siblings inside its class.</summary>
public sealed class ToolTypes
{
    /// <summary>The roots by their names, in the order they were given.</summary>
    public Dictionary<string, TypeUse> Roots { get; } = [];

    public List<RecordModel> Records { get; } = [];

    public List<TupleModel> Tuples { get; } = [];

    public List<ConstantsModel> Constants { get; } = [];

    /// <summary>The nominal types among them; they stand outside of the class.</summary>
    public List<NominalUse> Nominals { get; } = [];

    /// <summary>Initializers of the fields <c>R0</c>, <c>R1</c> …</summary>
    public List<string> Rules { get; } = [];

    /// <summary>Arguments of the fields <c>A0</c>, <c>A1</c> …: schema resources with dynamic anchors.</summary>
    public List<string> Scopes { get; } = [];

    /// <summary>Arguments of the fields <c>P0</c>, <c>P1</c> …: patterns, made ready.</summary>
    public List<string> Patterns { get; } = [];

    public List<UnionModel> Unions { get; } = [];

    /// <summary>Defaults that no literal can say: the fields <c>D0</c>, <c>D1</c> …</summary>
    public List<FieldModel> Defaults { get; } = [];

    /// <summary>Further members of the class <c>Wire</c>, where readers, writers and rules stand.</summary>
    public List<string> WireMembers { get; } = [];

    /// <summary>A method of the tool's class that reads a value of any type from JSON: a <c>ToolRead&lt;T&gt;</c>.</summary>
    public string ReaderOf(TypeUse use) => this.AddMember(name => $"internal static {use.TypeName} {name}(ref global::ToolGen.ToolReader r) => {use.Read};");

    /// <summary>A method of the tool's class that writes a value of any type as JSON: a <c>ToolWrite&lt;T&gt;</c>.</summary>
    public string WriterOf(TypeUse use) => this.AddMember(name => $"internal static void {name}(global::ToolGen.ToolWriter w, {use.TypeName} v) {{ {use.Write("v")} }}");

    /// <summary>Adds a method to the tool's class <c>Wire</c> under a name of its own; answers how the tool's class calls it.</summary>
    public string AddMember(System.Func<string, string> member)
    {
        var name = "M" + this.WireMembers.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        this.WireMembers.Add(member(name));
        return "Wire." + name;
    }
}

/// <summary>A static field of the tool's <c>Wire</c> class.</summary>
public sealed record FieldModel(string Type, string Name, string Value);

/// <summary>A record and how it is read and written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Of its schema; may be empty.</param>
/// <param name="Role">Whether it is read or written.</param>
/// <param name="Properties">In schema order.</param>
/// <param name="Additional">The property for members that the schema does not name; null where they are refused or passed over.</param>
/// <param name="Unknown">A member of <c>UnknownMembers</c>.</param>
public sealed record RecordModel(string Name, string Summary, TypeRole Role, IReadOnlyList<PropertyModel> Properties, PropertyModel? Additional, string Unknown)
{
    public bool IsRead => this.Role != TypeRole.Output;

    public bool IsWritten => this.Role == TypeRole.Output || this.IsWrittenBack;

    /// <inheritdoc cref="TypeRoot.IsWrittenBack"/>
    public bool IsWrittenBack { get; init; }

    /// <summary>The union it is a case of; empty where it is none.</summary>
    public string Base { get; init; } = "";

    /// <summary>What a constructor takes: a case's constant is known.</summary>
    public IReadOnlyList<PropertyModel> Parameters => [.. System.Linq.Enumerable.Where(this.Properties, p => !p.IsConstant)];

    /// <summary>A constructor over one property of the record's own type would be the copy constructor.</summary>
    public bool HasConstructor => this.Parameters.Count > 0 && !(this.Parameters.Count == 1 && this.Parameters[0].Type.TrimEnd('?') == this.Name);

    /// <summary>Whether anything is read into it.</summary>
    public bool HasMembers => this.Properties.Count > 0 || this.Additional is not null;

    /// <summary>The expression that makes it from what was read.</summary>
    public string Construct
    {
        get
        {
            var arguments = string.Join(", ", System.Linq.Enumerable.Select(this.Parameters, p => this.HasConstructor ? p.Local : $"{p.Name} = {p.Local}"));
            var more = this.Additional is null ? "" : $"{this.Additional.Name} = more";
            if (this.HasConstructor) return $"new {this.Name}({arguments})" + (more.Length == 0 ? "" : $" {{ {more} }}");
            return $"new {this.Name}() {{ {arguments}{(arguments.Length > 0 && more.Length > 0 ? ", " : "")}{more} }}";
        }
    }

    /// <summary>The JSON names for the shape: <c>"iban!"</c>, <c>"country?"</c>.</summary>
    public required string ShapeNames { get; init; }
}

/// <summary>A property of a record.</summary>
public sealed record PropertyModel
{
    public required string JsonName { get; init; }

    public required string Name { get; init; }

    /// <summary>As declared, with its <c>?</c>.</summary>
    public required string Type { get; init; }

    public required string Summary { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary><c>Optional&lt;T?&gt;</c>.</summary>
    public required bool IsOptional { get; init; }

    public required TypeUse Use { get; init; }

    /// <summary>What tells the cases of a union apart: its value is the type's.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether null was read where nothing stood, so that nothing is written for it.</summary>
    public bool LeavesNullOut { get; init; }

    /// <summary>Behind <c>{ get; init; }</c>, with <c>=</c> and <c>;</c>; empty where C#'s default is right.</summary>
    public required string Initializer { get; init; }

    /// <summary>What a local begins with while the record is read.</summary>
    public required string Start { get; init; }

    /// <summary>A default of the constructor's parameter, with <c>=</c>; empty where there is none.</summary>
    public string ParameterDefault { get; init; } = "";

    /// <summary>What is assigned when the reader stands on the value.</summary>
    public string Read => this.IsOptional ? $"new({this.Use.Read})" : this.Use.Read;

    /// <summary>The statement that writes the member of <c>v</c>, or leaves it out.</summary>
    public string Write
    {
        get
        {
            var name = Templates.CSharpText.Literal(this.JsonName) + "u8";
            if (this.IsOptional) return $"if (v.{this.Name}.IsSet) {{ {this.Use.Write($"v.{this.Name}.Value", name)} }}";
            if (!this.IsRequired && this.Type == this.Use.Type.Name + "?" && (!this.Use.IsNullable || this.LeavesNullOut))
                return $"if (v.{this.Name} is {{ }} {this.Local}) {{ {(this.Use with { IsNullable = false }).Write(this.Local, name)} }}";
            return this.Use.Write("v." + this.Name, name);
        }
    }

    /// <summary>The statement that writes one additional member.</summary>
    public string WriteMore => this.Use.Write("more.Value", "more.Key");

    /// <summary>The local's name in the reader.</summary>
    public required string Local { get; init; }
}

/// <summary>A tuple's reader and writer.</summary>
public sealed record TupleModel(string Suffix, string Type, TypeRole Role, IReadOnlyList<TypeUse> Items)
{
    public bool IsRead => this.Role != TypeRole.Output;

    public bool IsWritten => this.Role == TypeRole.Output || this.IsWrittenBack;

    /// <inheritdoc cref="TypeRoot.IsWrittenBack"/>
    public bool IsWrittenBack { get; init; }

    public int Count => this.Items.Count;

    /// <summary>Statements that write the elements.</summary>
    public IReadOnlyList<string> Writes => [.. System.Linq.Enumerable.Select(this.Items, (item, i) => item.Write("v.Item" + (i + 1)))];
}

/// <summary>A union: an abstract record, whose cases a property of constant value tells apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Of its schema; may be empty.</param>
/// <param name="Role">Whether it is read or written.</param>
/// <param name="Property">The property's JSON name, as a literal.</param>
/// <param name="Cases">In schema order.</param>
public sealed record UnionModel(string Name, string Summary, TypeRole Role, string Property, IReadOnlyList<UnionCase> Cases)
{
    public bool IsRead => this.Role != TypeRole.Output;

    public bool IsWritten => this.Role == TypeRole.Output || this.IsWrittenBack;

    /// <inheritdoc cref="TypeRoot.IsWrittenBack"/>
    public bool IsWrittenBack { get; init; }
}

/// <summary>One of them.</summary>
/// <param name="Value">The constant, as a literal.</param>
/// <param name="Record">Its record.</param>
/// <param name="Read">What reads it.</param>
/// <param name="Write">What writes it, from <c>c</c>.</param>
public sealed record UnionCase(string Value, string Record, string Read, string Write);

/// <summary>The constants of a string enum.</summary>
public sealed record ConstantsModel(string Name, string Summary, IReadOnlyList<ConstantModel> Constants);

/// <summary>One of them.</summary>
public sealed record ConstantModel(string Name, string Value);
