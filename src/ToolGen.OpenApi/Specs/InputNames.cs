using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Specs;

namespace ToolGen.OpenApi.Specs;

/// <summary>The names of one tool's inputs: as the service calls them, where holes, C# and providers take that; no two that C# would write alike.</summary>
internal sealed class InputNames
{
    private const int Longest = 64;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A free name.</summary>
    /// <param name="wanted">As the service has it.</param>
    /// <param name="place">A word for where it is sent, put behind a name that is taken.</param>
    public string Take(string wanted, string place)
    {
        var plain = Plain(wanted);
        if (plain.Length == 0) plain = "value";
        var name = plain;
        for (var i = 1; !this.taken.Add(MemberName.Pascal(name)); i++) name = $"{plain}_{place}{(i == 1 ? "" : i)}";
        return name;
    }

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>; other characters become one <c>_</c>.</summary>
    public static string Plain(string text)
    {
        var plain = string.Join('_', new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('-');
        if (plain.Length > 0 && char.IsAsciiDigit(plain[0])) plain = "n" + plain;
        return plain.Length <= Longest ? plain : plain[..Longest];
    }
}
