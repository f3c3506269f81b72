using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ToolGen.OpenApi.Documents;

/// <summary>
/// Block scalars of blank lines alone, which YAML allows (1.2.2, 8.1.1.1: the longest line says how far they are indented) and the parser
/// refuses. Their blanks move behind the sign of the block, where they mean nothing: every later place stays where it was.
/// </summary>
internal static partial class EmptyBlocks
{
    private const int Most = 20;

    public static string Mended(string text)
    {
        for (var i = 0; i < Most && Block().IsMatch(text) && Fault(text) is { } at && Block().Matches(text).LastOrDefault(block => block.Index <= at) is { } last; i++)
            text = string.Concat(text.AsSpan(0, last.Groups["line"].Index), last.Groups["blanks"].ValueSpan, last.Groups["line"].ValueSpan, text.AsSpan(last.Index + last.Length));
        return text;
    }

    private static long? Fault(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
            }

            return null;
        }
        catch (YamlException e)
        {
            return e.Message.Contains("extra spaces", StringComparison.Ordinal) ? e.End.Index : null;
        }
    }

    [GeneratedRegex("[|>][-+]?[ \\t]*(?<line>(\\r?\\n)+)(?<blanks> +)(?=\\r?\\n)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
