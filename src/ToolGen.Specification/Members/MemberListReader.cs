using System;
using System.Linq;

namespace ToolGen.Specification.Members;

/// <summary>
/// The form of the list. <c>[code]</c>, <c>[code with http]</c>, <c>[generated]</c>, <c>[compiler]</c>, <c>[helper]</c>, <c>[attribute]</c> begin a group; a line at the margin
/// names a type, and the indented lines below it its members. <c>[assemblies]</c> holds names of assemblies, <c>[instead]</c> lines <c>NAME: what to write</c>. <c>#</c> begins a comment.
/// </summary>
internal static class MemberListReader
{
    private static readonly char[] Blank = [' '];

    public static void Read(string text, MemberAllowList list)
    {
        var section = "";
        MemberGroup? group = null;
        MemberAllowList.ListedType? type = null;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r', ' ');
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(Blank, StringSplitOptions.RemoveEmptyEntries);
            if (line[0] == '[')
            {
                section = line;
                type = null;
                group = section is "[assemblies]" or "[instead]" ? null : Group(line);
            }
            else if (section == "[assemblies]") foreach (var word in words) list.AddAssembly(word);
            else if (section == "[instead]") Remedy(line, list);
            else if (group is null) throw new FormatException($"`{line}` stands in no group");
            else if (line[0] != ' ') type = words.Length == 1 ? list.AddType(line, group) : throw new FormatException($"`{line}` is no name of a type");
            else if (type is null) throw new FormatException($"`{line}` stands under no type");
            else foreach (var word in words) type.Add(word, group);
        }
    }

    private static MemberGroup Group(string line)
    {
        var words = line.Trim('[', ']').Split(Blank, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Length == 2 || (words.Length > 2 && words[1] != "with") || !Enum.TryParse<MemberAudience>(words[0], ignoreCase: true, out var audience))
            throw new FormatException($"`{line}` is no group");
        return new(audience, words.Skip(2).ToEquatableArray());
    }

    private static void Remedy(string line, MemberAllowList list)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0) throw new FormatException($"`{line}` is no advice: write NAME: what to write");
        list.AddRemedy(line.Substring(0, colon), line.Substring(colon + 2));
    }
}
