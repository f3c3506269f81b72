// Searches songs with a filter that is built of names of members and methods; both are looked up without a list.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Linq.Expressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Song(string Title, string Artist, int Year, string LicenceKey);

    public sealed record Condition(string Member, string Method, string Value);

    [McpServerToolType]
    public sealed class SongTools(IEnumerable<Song> songs)
    {
        [McpServerTool(Name = "search_songs", ReadOnly = true), Description("Searches songs, for instance Title, Contains, blue.")]
        public List<string> Search(Condition[] conditions)
        {
            var song = Expression.Parameter(typeof(Song), "s");
            Expression body = Expression.Constant(true);
            foreach (var (member, method, value) in conditions)
            {
                var target = member.Split('.').Aggregate((Expression)song, Expression.PropertyOrField);
                body = Expression.AndAlso(body, Expression.Call(target, method, null, Expression.Constant(value)));
            }

            var predicate = Expression.Lambda<Func<Song, bool>>(body, song).Compile();
            return songs.Where(predicate).Select(s => $"{s.Artist}: {s.Title} ({s.Year})").Take(50).ToList();
        }
    }
}

namespace Fixed
{
    public sealed record Song(string Title, string Artist, int Year, string LicenceKey);

    public sealed record Condition(string Member, string Method, string Value);

    [McpServerToolType]
    public sealed class SongTools(IEnumerable<Song> songs)
    {
        [McpServerTool(Name = "search_songs", ReadOnly = true), Description("Searches songs by Title or Artist with Contains, StartsWith or Equals.")]
        public List<string> Search(Condition[] conditions)
        {
            var tests = conditions.Take(10).Select(ToPredicate).ToList();
            return songs.Where(s => tests.TrueForAll(test => test(s))).Select(s => $"{s.Artist}: {s.Title} ({s.Year})").Take(50).ToList();
        }

        private static Func<Song, bool> ToPredicate(Condition condition)
        {
            Func<Song, string> read = condition.Member switch
            {
                nameof(Song.Title) => s => s.Title,
                nameof(Song.Artist) => s => s.Artist,
                _ => throw new ArgumentException("The member is Title or Artist."),
            };
            var value = condition.Value;
            return condition.Method switch
            {
                nameof(string.Contains) => s => read(s).Contains(value, StringComparison.OrdinalIgnoreCase),
                nameof(string.StartsWith) => s => read(s).StartsWith(value, StringComparison.OrdinalIgnoreCase),
                nameof(string.Equals) => s => read(s).Equals(value, StringComparison.OrdinalIgnoreCase),
                _ => throw new ArgumentException("The method is Contains, StartsWith or Equals."),
            };
        }
    }
}
