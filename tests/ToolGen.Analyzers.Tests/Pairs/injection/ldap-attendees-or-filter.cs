// Resolves the attendees of a meeting to mail addresses with one OR filter; the names are joined into it without escaping.
using System.Collections.Generic;
using System.DirectoryServices;
using System.Linq;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ToolGen;

namespace Vulnerable
{
    public static class MeetingTools
    {
        /// <summary>Finds the mail addresses of the people to invite.</summary>
        /// <param name="names">Display names.</param>
        [Tool(ReadOnly = true)]
        public static Dictionary<string, string> ResolveAttendees(string[] names, ToolContext context)
        {
            var terms = from n in names.Take(40) where n.Length > 0 select $"(displayName={n.Trim()})";
            var filter = "(&(mail=*)(objectCategory=person)(|" + string.Join("", terms) + "))";
            using var root = context.Services!.GetRequiredService<DirectoryEntry>();
            using var searcher = new DirectorySearcher(root, filter, ["displayName", "mail"]);
            var found = new Dictionary<string, string>();
            foreach (SearchResult r in searcher.FindAll())
                found[(string)r.Properties["displayName"][0]] = (string)r.Properties["mail"][0];
            return found;
        }
    }
}

namespace Fixed
{
    public static class MeetingTools
    {
        /// <summary>Finds the mail addresses of the people to invite.</summary>
        /// <param name="names">Display names.</param>
        [Tool(ReadOnly = true)]
        public static Dictionary<string, string> ResolveAttendees(string[] names, ToolContext context)
        {
            var terms = from n in names.Take(40) where n.Length > 0 select $"(displayName={n.Trim().ForFilter()})";
            var filter = "(&(mail=*)(objectCategory=person)(|" + string.Join("", terms) + "))";
            using var root = context.Services!.GetRequiredService<DirectoryEntry>();
            using var searcher = new DirectorySearcher(root, filter, ["displayName", "mail"]);
            var found = new Dictionary<string, string>();
            foreach (SearchResult r in searcher.FindAll())
                found[(string)r.Properties["displayName"][0]] = (string)r.Properties["mail"][0];
            return found;
        }

        private static string ForFilter(this string value)
        {
            var sb = new StringBuilder();
            foreach (var b in Encoding.UTF8.GetBytes(value))
            {
                if (b is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or (byte)' ') sb.Append((char)b);
                else sb.Append('\\').Append(b.ToString("x2"));
            }

            return sb.ToString();
        }
    }
}
