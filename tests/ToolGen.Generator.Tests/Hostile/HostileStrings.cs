using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>Strings as they stand in JSON, quotes included, each an attempt to leave its place.</summary>
internal static class HostileStrings
{
    public static IReadOnlyList<string> All { get; } =
    [
        """ "*/ } } class Evil { } /*" """,
        """ "\"\"\"; Evil(); var x = \"\"\"" """,
        """ "\"; Evil(); //" """,
        """ "\n#line 1 \"x\"\n" """,
        """ "\n#if false\n" """,
        """ "a\n#endif\n#pragma warning disable\n" """,
        """ "a\u2028#pragma warning disable\u2028" """,
        """ "a\u0085#error x\u2029" """,
        """ "a\r#error x\r" """,
        """ "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")]" """,
        """ "@class" """,
        """ "class" """,
        """ "\u202Eevil\u2066" """,
        """ "\uD83D" """,
        """ "\uDE00x" """,
        """ "\uD83D\uDE00" """,
        """ "{{ }}" """,
        """ "{{ 1+1 }}" """,
        """ "{{~ include 'x' ~}}{% raw %}" """,
        """ "{{~ for i in 1..1000000000 ~}}{{~ end ~}}" """,
        """ "\\u0063lass" """,
        """ "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y \"z\">]>&y;" """,
        """ "\uDB40\uDC41" """,
        """ "{0} {input} {" """,
        """ "\u0000" """,
        """ "\u0001" """,
        """ "\u00010\u0002" """,
        """ "\u001b[31m" """,
        """ "</summary><script>&amp;]]>" """,
        """ "\\" """,
        """ "\\\"" """,
        """ "${x} $\"{y}\" %s" """,
        """ "System.Environment.Exit(1)" """,
        """ "é Ünïcode 名前" """,
        """ "../../etc/passwd" """,
        """ "" """,
    ];

    /// <summary>A megabyte of a text that would leave its place.</summary>
    public static string Megabyte { get; } = "\"" + string.Concat(Enumerable.Repeat("*/\\\"\\n#line 1 {{x}} ", 1 << 16)) + "\"";

    /// <summary>What stands in the same places in the specs that are compared with; each is ordinary somewhere. Two braces are also C#: empty blocks.</summary>
    public static IReadOnlyList<string> Harmless { get; } = [""" "harmless" """, """ "a b, c" """, """ "two\nlines" """, """ "x" """, """ "" """, """ "{ { } }" """];
}
