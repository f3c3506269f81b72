using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ToolGen.Checks;

/// <summary>The <c>\p{…}</c> that patterns may name: general categories by short and long name, and <c>Any ASCII Assigned</c>. The tables are the runtime's.</summary>
internal static class UnicodeProperty
{
    private static readonly Lazy<CodePointSet[]> Categories = new(Scan);

    // Order of UnicodeCategory; names from PropertyValueAliases.txt, section gc.
    private static readonly string[] Names =
    [
        "Lu Uppercase_Letter", "Ll Lowercase_Letter", "Lt Titlecase_Letter", "Lm Modifier_Letter", "Lo Other_Letter",
        "Mn Nonspacing_Mark", "Mc Spacing_Mark", "Me Enclosing_Mark",
        "Nd Decimal_Number digit", "Nl Letter_Number", "No Other_Number",
        "Zs Space_Separator", "Zl Line_Separator", "Zp Paragraph_Separator",
        "Cc Control cntrl", "Cf Format", "Cs Surrogate", "Co Private_Use",
        "Pc Connector_Punctuation", "Pd Dash_Punctuation", "Ps Open_Punctuation", "Pe Close_Punctuation",
        "Pi Initial_Punctuation", "Pf Final_Punctuation", "Po Other_Punctuation",
        "Sm Math_Symbol", "Sc Currency_Symbol", "Sk Modifier_Symbol", "So Other_Symbol", "Cn Unassigned",
    ];

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["L"] = "L",
        ["Letter"] = "L",
        ["LC"] = "LC",
        ["Cased_Letter"] = "LC",
        ["M"] = "M",
        ["Mark"] = "M",
        ["Combining_Mark"] = "M",
        ["N"] = "N",
        ["Number"] = "N",
        ["P"] = "P",
        ["Punctuation"] = "P",
        ["punct"] = "P",
        ["S"] = "S",
        ["Symbol"] = "S",
        ["Z"] = "Z",
        ["Separator"] = "Z",
        ["C"] = "C",
        ["Other"] = "C",
    };

    /// <summary>The set of a general category; null for a name that is none.</summary>
    public static CodePointSet? Category(string name)
    {
        if (Groups.TryGetValue(name, out var group))
            return Union(index => group == "LC" ? index <= 2 : Names[index][0] == group[0]);
        var found = Array.FindIndex(Names, names => names.Split(' ').Contains(name, StringComparer.Ordinal));
        return found < 0 ? null : Categories.Value[found];
    }

    /// <summary>The set of a name that stands alone in <c>\p{…}</c>; null for one that is not supported.</summary>
    public static CodePointSet? Lone(string name) => name switch
    {
        "Any" => CodePointSet.All,
        "ASCII" => CodePointSet.Of(0, 0x7F),
        "Assigned" => Categories.Value[(int)UnicodeCategory.OtherNotAssigned].Complement(),
        _ => Category(name),
    };

    /// <summary>Whether a code point may start, or go on in, a group's name (ID_Start, ID_Continue, <c>$</c>, joiners).</summary>
    public static bool IsNamePart(int codePoint, bool first)
    {
        if (codePoint is '$' or '_') return true;
        if (!first && codePoint is 0x200C or 0x200D) return true;
        if (codePoint is >= 0xD800 and <= 0xDFFF) return false;
        return CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0) switch
        {
            <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation => !first,
            _ => false,
        };
    }

    private static CodePointSet Union(Func<int, bool> takes)
    {
        var builder = new CodePointSet.Builder();
        for (var i = 0; i < Names.Length; i++)
            if (takes(i)) builder.Add(Categories.Value[i]);
        return builder.Build();
    }

    private static CodePointSet[] Scan()
    {
        var builders = Names.Select(_ => new CodePointSet.Builder()).ToArray();
        var (start, current) = (0, CharUnicodeInfo.GetUnicodeCategory('\0'));
        var plane = new StringBuilder(0x20000);
        for (var first = 0; first <= CodePointSet.Last; first += 0x10000)
        {
            // One string a plane: asking for a code point needs a string where the target has no overload for it.
            plane.Clear();
            for (var i = 0; i < 0x10000 && first > 0; i++) plane.Append(char.ConvertFromUtf32(first + i));
            var text = plane.ToString();
            for (var i = 0; i < 0x10000; i++)
            {
                var category = first == 0 ? CharUnicodeInfo.GetUnicodeCategory((char)i) : CharUnicodeInfo.GetUnicodeCategory(text, 2 * i);
                if (category == current) continue;
                builders[(int)current].Add(start, first + i - 1);
                (start, current) = (first + i, category);
            }
        }

        builders[(int)current].Add(start, CodePointSet.Last);
        return builders.Select(builder => builder.Build()).ToArray();
    }
}
