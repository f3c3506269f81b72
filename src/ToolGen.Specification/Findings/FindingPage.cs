using System.Linq;
using System.Text;

namespace ToolGen.Specification.Findings;

/// <summary>The page of one finding, in Markdown: what <c>analyzers/docs/TG####.md</c> holds and <c>toolgen explain</c> prints.</summary>
public static class FindingPage
{
    /// <summary>Prints a page, lines ended by LF.</summary>
    public static string Render(FindingDescriptor descriptor)
    {
        var page = new StringBuilder();
        page.Append("# ").Append(descriptor.Id).Append(": ").Append(descriptor.Title).Append("\n\n");
        page.Append("| severity | station |\n|---|---|\n| ").Append(descriptor.Severity.ToString().ToLowerInvariant())
            .Append(" | ").Append(StationOf(descriptor.Id)).Append(" |\n\n");
        page.Append("> ").Append(descriptor.Message).Append('\n');
        if (descriptor.Remedy.Length > 0) page.Append(">\n> ").Append(descriptor.Remedy).Append('\n');
        page.Append('\n').Append(descriptor.Explanation.Trim()).Append('\n');
        Excerpt(page, "Has the finding", descriptor.Bad, LanguageOf(descriptor.Id));
        Excerpt(page, "Mended", descriptor.Good, LanguageOf(descriptor.Id));
        if (FindingCatalog.Quality.Contains(descriptor)) Silence(page, descriptor.Id);
        return page.ToString();
    }

    /// <summary>What the first digit of an id stands for.</summary>
    public static string StationOf(string id) => id[2] switch
    {
        '0' => "spec",
        '1' => "schema",
        '2' => "generation and compose",
        '3' => "security",
        '4' => "allow-list",
        '5' => "samples",
        '6' => "capability and policy",
        _ => "internal",
    };

    // Rules over C# show C#; all others show parts of a spec.
    private static string LanguageOf(string id) => id[2] is '3' or '4' || Is(id, "TG206") || Is(id, "TG234") ? "csharp" : "json";

    private static bool Is(string id, string start) => id.StartsWith(start, System.StringComparison.Ordinal);

    private static void Silence(StringBuilder page, string id) =>
        page.Append("\n## Weigh or silence it\n\nIn a file `.globalconfig` beside or above the project's C#, for builds and editors; sections of `.editorconfig` do not reach files that are no C#:\n\n```ini\nis_global = true\ndotnet_diagnostic.")
            .Append(id).Append(".severity = none\n```\n\n`warning` and `error` weigh more, `<NoWarn>$(NoWarn);").Append(id).Append("</NoWarn>` silences too. `toolgen check` shows it as it is.\n");

    private static void Excerpt(StringBuilder page, string title, string excerpt, string language)
    {
        if (excerpt.Length == 0) return;
        page.Append("\n## ").Append(title).Append("\n\n```").Append(language).Append('\n').Append(excerpt.Trim()).Append("\n```\n");
    }
}
