namespace ToolGen.Specification.Findings;

/// <summary>Code, types and objects that a text names (TG3012–3014): {0} is the member that is reached, {1} what arrives.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor CodeFromInput = new(
        "TG3012",
        "Code from input",
        FindingSeverity.Warning,
        "{1} decides which code {0} loads or runs",
        "Choose among functions, expressions or assemblies that are known when you build; let a model give data, not code.",
        "A script, a compiled text or a loaded assembly does all that the process may do. Taking words out of it does not help: each language has many ways to say the same.",
        "return await CSharpScript.EvaluateAsync<double>(expression);",
        "return operation switch { \"sum\" => values.Sum(), \"mean\" => values.Average(), _ => throw new ArgumentException(\"sum or mean\") };");

    public static readonly FindingDescriptor MemberFromInput = new(
        "TG3013",
        "Type or member from input",
        FindingSeverity.Warning,
        "{1} decides which type or member {0} finds",
        "Look the name up in a fixed set of types, delegates or steps.",
        "Whoever names the type chooses the code that its constructor and its properties run; whoever names the member reads and calls what was never meant to be a tool.",
        "var type = Type.GetType(name);\nvar made = Activator.CreateInstance(type!);",
        "object made = name switch { \"csv\" => new CsvExport(), \"json\" => new JsonExport(), _ => throw new ArgumentException(\"csv or json\") };");

    public static readonly FindingDescriptor TypesFromInput = new(
        "TG3014",
        "Types from input",
        FindingSeverity.Warning,
        "{1} says itself which types {0} makes of it",
        "Read it as a type of your own, with a serializer that takes no type names: System.Text.Json, or Newtonsoft.Json with TypeNameHandling.None.",
        "A text that names its types makes objects of any type that the process can load, and what their constructors and setters do is then the sender's choice: running a program is a well-known one.",
        "var order = JsonConvert.DeserializeObject<Order>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto });",
        "var order = JsonSerializer.Deserialize<Order>(json);");
}
