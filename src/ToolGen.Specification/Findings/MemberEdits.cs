using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Findings;

/// <summary>Edits of an object's members that leave the text valid JSON.</summary>
public static class MemberEdits
{
    /// <summary>Takes a member out, with the comma that parts it from its neighbour.</summary>
    public static TextEdit Remove(JsonObject owner, JsonMember member)
    {
        var index = IndexOf(owner.Members, member);
        var start = member.NameSpan.Start;
        var end = member.Value.Span.End;
        if (index + 1 < owner.Members.Count) end = owner.Members[index + 1].NameSpan.Start;
        else if (index > 0) start = owner.Members[index - 1].Value.Span.End;
        return new(new(start, end - start), "");
    }

    private static int IndexOf(IReadOnlyList<JsonMember> members, JsonMember member)
    {
        for (var i = 0; i < members.Count; i++)
            if (ReferenceEquals(members[i], member)) return i;
        return -1;
    }
}
