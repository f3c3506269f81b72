// Replaces a text in a note; what is sought is meant as text and used as a pattern, the replacement as a template.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface INotes { string Get(Guid id); void Set(Guid id, string text); }

    public sealed class NotePlugin(INotes notes)
    {
        [KernelFunction("replace_text"), Description("Replaces a text in a note, upper and lower case alike.")]
        public int Replace(Guid note, string find, string with)
        {
            var text = notes.Get(note);
            var count = Regex.Matches(text, find, RegexOptions.IgnoreCase).Count;
            if (count > 0) notes.Set(note, Regex.Replace(text, find, with, RegexOptions.IgnoreCase));
            return count;
        }
    }
}

namespace Fixed
{
    public interface INotes { string Get(Guid id); void Set(Guid id, string text); }

    public sealed class NotePlugin(INotes notes)
    {
        [KernelFunction("replace_text"), Description("Replaces a text in a note, upper and lower case alike.")]
        public int Replace(Guid note, string find, string with)
        {
            if (find.Length == 0) return 0;
            var text = notes.Get(note);
            var count = 0;
            var changed = Regex.Replace(text, Regex.Escape(find), _ => { count++; return with; }, RegexOptions.IgnoreCase);
            if (count > 0) notes.Set(note, changed);
            return count;
        }
    }
}
