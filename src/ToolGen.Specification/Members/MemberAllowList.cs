using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ToolGen.Specification.Members;

/// <summary>
/// What compiled code of a tool may touch, member by member; everything else is refused, whatever a compiler thinks of it. Names are compared whole, as metadata spells them:
/// <c>System.Collections.Generic.List`1</c>, <c>get_Count</c>, <c>.ctor(System.IO.Stream)</c>. The text is that of the files <c>*.members</c> beside this one.
/// </summary>
public sealed class MemberAllowList
{
    private static readonly Lazy<MemberAllowList> LazyDefault = new(Embedded);
    private static readonly IReadOnlyList<MemberGroup> None = [];
    private readonly Dictionary<string, ListedType> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> remedies = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<string> read;

    internal MemberAllowList(IReadOnlyList<string> read) => this.read = read;

    /// <summary>The list that ToolGen ships: the only one.</summary>
    public static MemberAllowList Default => LazyDefault.Value;

    /// <summary>The types on the list, by name.</summary>
    public IReadOnlyCollection<string> Types => this.types.Keys;

    /// <summary>Reads texts in the form of the list.</summary>
    /// <exception cref="FormatException">A line is none of the form; the message names it.</exception>
    public static MemberAllowList Parse(params string[] texts)
    {
        var list = new MemberAllowList(texts);
        foreach (var text in texts) MemberListReader.Read(text, list);
        return list;
    }

    /// <summary>Whether code may refer to an assembly of this simple name.</summary>
    public bool HasAssembly(string name) => this.assemblies.Contains(name);

    /// <summary>The groups under which a type may be named; empty: it is not on the list.</summary>
    /// <param name="type">Its full name; a nested one behind <c>+</c>.</param>
    public IReadOnlyList<MemberGroup> OfType(string type) => this.types.TryGetValue(type, out var listed) ? listed.Groups : None;

    /// <summary>The groups under which a member may be used; empty: it is not on the list.</summary>
    /// <param name="type">The full name of the type that declares it.</param>
    /// <param name="member">Its name in metadata.</param>
    /// <param name="parameters">The full names of its parameters' types, with commas between; null for a field.</param>
    public IReadOnlyList<MemberGroup> OfMember(string type, string member, string? parameters)
    {
        if (!this.types.TryGetValue(type, out var listed)) return None;
        var byName = listed.Members.TryGetValue(member, out var named) ? named : None;
        if (parameters is null || !listed.Members.TryGetValue($"{member}({parameters})", out var exact)) return byName;
        return [.. byName, .. exact];
    }

    /// <summary>Whether some overload of a member is on the list, for anyone.</summary>
    /// <param name="type">The full name of the type that declares it.</param>
    /// <param name="member">Its name in metadata.</param>
    public bool HasMember(string type, string member) =>
        this.types.TryGetValue(type, out var listed) && (listed.Members.ContainsKey(member) || listed.Members.Keys.Any(name => name.StartsWith(member + "(", StringComparison.Ordinal)));

    /// <summary>This list and more, such as what a host grants of packages.</summary>
    /// <exception cref="FormatException">A line is none of the form; the message names it.</exception>
    public MemberAllowList With(IEnumerable<string> texts)
    {
        string[] more = [.. texts.Where(text => text.Length > 0)];
        return more.Length == 0 ? this : Parse([.. this.read, .. more]);
    }

    /// <summary>What to write instead of a member or type that is not on the list; null where the list has no advice.</summary>
    public string? Remedy(string type, string? member)
    {
        if (member is not null && this.remedies.TryGetValue($"{type}.{member}", out var own)) return own;
        for (var name = type; name.Length > 0; name = name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : "")
            if (this.remedies.TryGetValue(name, out var remedy)) return remedy;
        return null;
    }

    internal void AddAssembly(string name) => this.assemblies.Add(name);

    internal void AddRemedy(string name, string remedy) => this.remedies.Add(name, remedy);

    internal ListedType AddType(string name, MemberGroup group)
    {
        if (!this.types.TryGetValue(name, out var listed)) this.types.Add(name, listed = new());
        if (!listed.Groups.Contains(group)) listed.Groups.Add(group);
        return listed;
    }

    private static MemberAllowList Embedded()
    {
        var assembly = typeof(MemberAllowList).GetTypeInfo().Assembly;
        return Parse(assembly.GetManifestResourceNames().Where(name => name.StartsWith("Members.", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }).ToArray());
    }

    /// <summary>A type and, by name or by name and parameters, the groups of its members.</summary>
    internal sealed class ListedType
    {
        public List<MemberGroup> Groups { get; } = [];

        public Dictionary<string, IReadOnlyList<MemberGroup>> Members { get; } = new(StringComparer.Ordinal);

        public void Add(string member, MemberGroup group) =>
            this.Members[member] = this.Members.TryGetValue(member, out var groups) ? [.. groups, group] : [group];
    }
}
