using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Members;

namespace ToolGen.Forge.Inspection;

/// <summary>Asks the list on behalf of one class: what its code may touch, with the capabilities that its spec names.</summary>
/// <param name="list">The list.</param>
/// <param name="words">First words of its capability lines.</param>
/// <param name="audiences">Whose members its code may touch.</param>
internal sealed class Usage(MemberAllowList list, IReadOnlyCollection<string> words, params MemberAudience[] audiences)
{
    /// <summary>Throws unless the type may be named.</summary>
    public void Type(string name) => this.Ask(list.OfType(name), name, null, name);

    /// <summary>Throws unless the member may be used.</summary>
    /// <param name="type">Of the declaring type, without arguments of generics.</param>
    /// <param name="member">As metadata names it.</param>
    /// <param name="parameters">As <see cref="MemberAllowList.OfMember"/> takes them.</param>
    public void Member(string type, string member, string? parameters) => this.Ask(list.OfMember(type, member, parameters), type, member, parameters is null ? $"{type}.{member}" : $"{type}.{member}({parameters})");

    /// <summary>Throws unless the assembly may be referred to.</summary>
    public void Assembly(string name)
    {
        if (!list.HasAssembly(name)) throw new RefusedException(FindingCatalog.CompiledMemberRefused, name, "Use the parts of .NET that the list names");
    }

    private void Ask(IReadOnlyList<MemberGroup> groups, string type, string? member, string shown)
    {
        var open = groups.Where(group => audiences.Contains(group.Audience)).ToArray();
        if (open.Any(group => group.IsGranted(words))) return;
        if (open.Length > 0)
            throw new RefusedException(FindingCatalog.CompiledCapabilityMissing, shown, string.Join(" or ", open.SelectMany(group => group.Capabilities).Distinct(StringComparer.Ordinal)));
        throw new RefusedException(FindingCatalog.CompiledMemberRefused, shown, list.Remedy(type, member) is { } remedy ? "Use " + remedy : "Use members of the list alone");
    }
}
