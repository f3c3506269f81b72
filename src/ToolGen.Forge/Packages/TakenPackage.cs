using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Forge.Packages;

/// <summary>A package that was granted, whose file has the granted hash and holds nothing but managed libraries.</summary>
/// <param name="Id">Its id, as the grant spells it.</param>
/// <param name="Version">Its version, normalized.</param>
/// <param name="Sha512">Over its file, base64.</param>
/// <param name="Assemblies">Its libraries for .NET 10, in ordinal order of their names.</param>
/// <param name="Needs">The packages that it needs in turn.</param>
/// <param name="Reaches">What its code touches beyond values; empty where it keeps to the list of members.</param>
/// <param name="Members">What C# of tools may call of it, in the form of the list of members.</param>
public sealed record TakenPackage(
    string Id, string Version, string Sha512, IReadOnlyList<PackageAssembly> Assemblies, IReadOnlyList<PackageNeed> Needs, IReadOnlyList<ReachedArea> Reaches, string Members)
{
    /// <summary>The word that stands for it where capabilities are asked for.</summary>
    internal string Word => WordOf(this.Id);

    /// <summary>The same of an id.</summary>
    internal static string WordOf(string id) => "package:" + id.ToLowerInvariant();
}

/// <summary>A package that another needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Range">The versions that will do, as NuGet writes ranges.</param>
public sealed record PackageNeed(string Id, string Range);

/// <summary>Something of the machine that code touches.</summary>
/// <param name="Name">In plain words, such as <c>files</c>.</param>
/// <param name="Members">How, in ordinal order: members such as <c>System.IO.File.OpenRead</c>, functions such as <c>libc!open</c>; empty where there is no more to say.</param>
public sealed record ReachedArea(string Name, IReadOnlyList<string> Members)
{
    private const int Examples = 3;

    /// <summary>The name, and a few of the members.</summary>
    public override string ToString() =>
        this.Members.Count == 0 ? this.Name : $"{this.Name} ({string.Join(", ", this.Members.Take(Examples))}{(this.Members.Count > Examples ? $" and {this.Members.Count - Examples} more" : "")})";
}
