// Keeps bookmarks; the well-known pattern for addresses has a repetition in a repetition at its end.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IBookmarks { void Add(string url, string title); }

    [McpServerToolType]
    public sealed class BookmarkTools(IBookmarks bookmarks)
    {
        [McpServerTool(Name = "add_bookmark"), Description("Keeps an address with a title.")]
        public bool Add(string url, string title)
        {
            var regex = new Regex(@"^(https?:\/\/)?([\da-z\.-]+)\.([a-z\.]{2,6})([\/\w \.-]*)*\/?$", RegexOptions.IgnoreCase);
            if (!regex.IsMatch(url)) return false;
            bookmarks.Add(url, title);
            return true;
        }
    }
}

namespace Fixed
{
    public interface IBookmarks { void Add(string url, string title); }

    [McpServerToolType]
    public sealed class BookmarkTools(IBookmarks bookmarks)
    {
        [McpServerTool(Name = "add_bookmark"), Description("Keeps an address with a title.")]
        public bool Add(string url, string title)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.UserInfo.Length > 0) return false;
            bookmarks.Add(parsed.AbsoluteUri, title);
            return true;
        }
    }
}
