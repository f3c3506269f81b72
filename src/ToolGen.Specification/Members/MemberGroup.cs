using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Members;

/// <summary>Who writes the code that may use a member.</summary>
public enum MemberAudience
{
    /// <summary>The author of a spec, in its C# or in <c>NAME.tool.cs</c>.</summary>
    Code,

    /// <summary>A template: calls to the contract that C# of a spec does not name.</summary>
    Generated,

    /// <summary>The C# compiler, without being asked by name: state machines, texts with holes, list expressions.</summary>
    Compiler,

    /// <summary>The C# compiler, in its own helper methods alone.</summary>
    Helper,

    /// <summary>Attributes, on what they stand on.</summary>
    Attribute,
}

/// <summary>A group of the list: for whom, and with which capability.</summary>
/// <param name="Audience">Who may use it.</param>
/// <param name="Capabilities">First words of capability lines (<c>http</c>, <c>read</c> …), any one of which is enough; empty: none is needed.</param>
public sealed record MemberGroup(MemberAudience Audience, EquatableArray<string> Capabilities)
{
    /// <summary>Whether a tool with these first words of capability lines may use the group.</summary>
    public bool IsGranted(IEnumerable<string> words) => this.Capabilities.Count == 0 || words.Any(word => this.Capabilities.Contains(word));
}
