using System.Collections.Generic;

namespace ToolGen.Specification.Secrets;

/// <summary>The words of a name, in lower case: <c>dbPassword1</c>, <c>DB_PASSWORD</c> and <c>db-password</c> are <c>db</c>, <c>password</c>.</summary>
public static class NameWords
{
    /// <summary>Letters alone; digits and other characters part words, and so does a capital behind a small letter or before one.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var isLetter = i < name.Length && char.IsLetter(name[i]);
            var isNew = isLetter && start >= 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (start >= 0 && (!isLetter || isNew))
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
                start = -1;
            }

            if (isLetter && start < 0) start = i;
        }

        return words;
    }
}
