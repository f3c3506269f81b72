using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ToolGen.Benchmarks.Rules;

/// <summary>Code that nobody writes and that machines, and adversaries, make: each of it a tool that compiles.</summary>
internal static class Giants
{
    /// <summary>Name and the one file of each.</summary>
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        ("an expression 5,000 deep", Tool("var text = subject" + Repeat(5_000, index => $" + subject[{index % 3}]") + "; System.Diagnostics.Process.Start(text);")),
        ("calls nested 250 deep", Tool("var text = " + Repeat(250, _ => "Same(") + "subject" + new string(')', 250) + "; System.Diagnostics.Process.Start(text);", "private static string Same(string text) => text;")),
        // Of numbers: with 10,000 texts the compiler alone does not end.
        ("a switch of 10,000 cases", Tool("var text = subject; var other = \"\"; switch (subject.Length) {" + Repeat(10_000, index => $" case {index}: other = \"{index}\"; break;") + " default: other = subject; break; } System.Diagnostics.Process.Start(text + other);")),
        ("a method of 20,000 lines", Tool("var text = subject; var other = 0;\n" + Repeat(20_000, index => index % 4 == 0 ? $"if (text.Length > {index}) text = text + \"{index}\";\n" : $"other = other + {index};\n") + " System.Diagnostics.Process.Start(text + other);")),
        ("2,000 methods in a row", Tool("System.Diagnostics.Process.Start(F0(subject));", Repeat(2_000, index => $"private static string F{index}(string text) => F{index + 1}(text + \"{index}\");\n") + "private static string F2000(string text) => text;")),
        ("300 methods that call each other", Tool("System.Diagnostics.Process.Start(F0(subject, 9));", Repeat(300, index =>
            $"private static string F{index}(string text, int n) => n switch {{ 0 => text, {string.Join(", ", Enumerable.Range(1, 5).Select(step => $"{step} => F{(index + (step * 7)) % 300}(text + n, n - 1)"))}, _ => F{(index + 1) % 300}(text, n - 1) }};\n"))),
    ];

    private static string Tool(string body, string more = "") =>
        "namespace Giant;\n\npublic static class Tools\n{\n    [ModelContextProtocol.Server.McpServerTool]\n    public static void Do(string subject)\n    {\n        " + body + "\n    }\n\n    " + more + "\n}\n";

    private static string Repeat(int count, System.Func<int, string> text)
    {
        var all = new StringBuilder();
        for (var index = 0; index < count; index++) all.Append(CultureInfo.InvariantCulture, $"{text(index)}");
        return all.ToString();
    }
}
