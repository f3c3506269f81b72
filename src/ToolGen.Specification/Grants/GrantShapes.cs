using System.Linq;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Grants;

/// <summary>What may stand in <c>toolgen.json</c>, where a host says what names of specs stand for. The reader checks with it and the JSON Schema is printed from it.</summary>
internal static class GrantShapes
{
    public const string Sqlite = "sqlite", PostgreSql = "postgresql";

    /// <summary>Words for <c>access</c> of a folder.</summary>
    public static readonly string[] FolderAccess = ["read", "write", "readwrite"];

    /// <summary>Words for <c>access</c> of a database: who may change it may read it.</summary>
    public static readonly string[] DatabaseAccess = ["read", "readwrite"];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    private static readonly Shape Origins = new ListShape(new StringShape(GrantRules.Web));

    private static readonly RecordShape Folder = new(
        "folder",
        new Field("path", new StringShape(GrantRules.Path), "The folder; a relative path counts from this file's folder.", Required: true),
        new Field("access", new WordShape(FolderAccess), "What tools may do with files below it; read unless given."));

    private static readonly RecordShape Database = new(
        "database",
        new Field("provider", new StringShape(GrantRules.Provider), "sqlite, postgresql, or the invariant name of an ADO.NET provider that the host registered.", Required: true),
        new Field("connection", new StringShape(TextRules.NotBlank), "A connection string; ${NAME} stands for an environment variable, a relative file of sqlite counts from this file's folder.", Required: true),
        new Field("access", new WordShape(DatabaseAccess), "What tools may do with its data; read unless given."));

    private static readonly RecordShape Secret = new(
        "secret",
        new Field("env", new StringShape(GrantRules.Variable), "The environment variable that holds it; the value never stands in a file.", Required: true),
        new Field("origins", Origins, "Where it may go, such as https://api.example; unless given nowhere: it can only sign."));

    private static readonly RecordShape Request = new(
        "allowed request",
        new Field("origin", new StringShape(GrantRules.Web), "Scheme, host, port where it is not the scheme's; a path pattern may follow: https://api.example/v1/**. Without one, every path.", Required: true),
        new Field("methods", new ListShape(new WordShape(Methods), 1), "In capitals; GET and HEAD unless given."),
        new Field("connectTo", new StringShape(GrantRules.ConnectTo), "A fixed IP address and port that this origin's requests connect to, private ones too; unless given, as its name resolves, public addresses only."));

    private static readonly RecordShape Http = new("http", new Field("allow", new ListShape(Request), "Requests that tools may send.", Required: true));

    private static readonly RecordShape Session = new(
        "session",
        new Field("allow", new ListShape(new StringShape(GrantRules.Capability)), "Capabilities that a tool may have before a person approved it.", Required: true),
        new Field("ask", new ListShape(new StringShape(GrantRules.Capability)), "Capabilities beyond these that the person at a client may allow for one session tool; unless given, none."));

    private static readonly RecordShape Package = new(
        "package",
        new Field("package", new StringShape(GrantRules.PackageId), "The package's id.", Required: true),
        new Field("version", new StringShape(TextRules.NotBlank), "A version or range such as [33.0,34); the lowest of it is taken.", Required: true),
        new Field("sha512", new StringShape(GrantRules.PackageHash), "The hash of its file, as `toolgen package` prints it: without it the package is not taken."),
        new Field("members", new ListShape(new StringShape(GrantRules.PackageMembers)), "What tools may call: a type, or a type and names of its members; * is all that is public."));

    /// <summary>The whole file.</summary>
    public static readonly RecordShape Grants = new(
        "grants",
        new Field("$schema", new StringShape(), "Where editors find the schema."),
        new Field("folders", Named(Folder), "Folders by the names that specs use."),
        new Field("databases", Named(Database), "Databases by the names that specs use."),
        new Field("secrets", Named(Secret), "Secrets by the names that specs use."),
        new Field("settings", Named(new StringShape()), "Values that are no secrets: {settings.NAME} in a spec."),
        new Field("http", Http, "Requests."),
        new Field("session", Session, "What a tool may do before a person approved it, for its maker alone."),
        new Field("packages", new ListShape(Package), "NuGet packages that the C# of tools may call, and all that these need."),
        new Field("isolation", new WordShape("none", "process", "system"), "The least isolation of a tool that nobody approved: `process` (or `none`), a process of its own; `system`, the default, what the operating system enforces (`toolgen doctor`)."));

    /// <summary>The sections whose members have logical names.</summary>
    public static readonly string[] Sections = Grants.Fields.Where(field => field.Shape is MapShape).Select(field => field.Name).ToArray();

    private static MapShape Named(Shape value) => new(value, TextRules.LogicalName);
}
