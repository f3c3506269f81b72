using System;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a value can still do where it arrives. A check or a conversion takes some away; a sink asks whether one of its own is left.</summary>
[Flags]
internal enum Danger : ulong
{
    None = 0,
    Sql = 1UL << 0,

    /// <summary>Climbs out of a folder by <c>..</c>.</summary>
    PathUp = 1UL << 1,

    /// <summary>Names a place from the root, so that what it is combined with is forgotten.</summary>
    PathRooted = 1UL << 2,

    /// <summary>Decides which program runs.</summary>
    Program = 1UL << 3,

    /// <summary>Is read as a command line or by a shell.</summary>
    CommandLine = 1UL << 4,

    /// <summary>Begins with a dash and so becomes an option.</summary>
    Argument = 1UL << 5,

    /// <summary>Decides where a request goes.</summary>
    Host = 1UL << 6,

    /// <summary>Is read as a regular expression.</summary>
    Pattern = 1UL << 7,

    /// <summary>Is long text for an expression that backtracks.</summary>
    Backtracking = 1UL << 8,

    /// <summary>Is turned into objects whose types it names.</summary>
    Deserialize = 1UL << 9,
    Xml = 1UL << 10,
    Code = 1UL << 11,

    /// <summary>Names a type or a member.</summary>
    Member = 1UL << 12,
    Ldap = 1UL << 13,
    XPath = 1UL << 14,

    /// <summary>Holds a line feed; by itself and by <see cref="CarriageReturn"/> a line of a log ends.</summary>
    LineFeed = 1UL << 15,
    Format = 1UL << 16,

    /// <summary>Is a number that sizes work or memory.</summary>
    Amount = 1UL << 17,

    /// <summary>Is a secret, or what else was not meant to leave.</summary>
    Secret = 1UL << 18,

    /// <summary>Is data that a tool read here and that must not be sent where the model says.</summary>
    LocalData = 1UL << 19,

    /// <summary>Is text of unknown length.</summary>
    Length = 1UL << 20,

    /// <summary>Is a stream that ends nobody knows where.</summary>
    Volume = 1UL << 21,

    /// <summary>Is nested as deep as its writer likes.</summary>
    Depth = 1UL << 22,

    /// <summary>Is a number among others, where only some of them limit.</summary>
    Limit = Amount,

    /// <summary>Is more than a few characters for an expression whose time doubles with each.</summary>
    Exploding = 1UL << 23,

    /// <summary>Holds wildcards that somebody may put back into a pattern once it was escaped.</summary>
    Wildcard = 1UL << 24,

    CarriageReturn = 1UL << 25,

    /// <summary>Is read as a part of a directory's name, where <see cref="Ldap"/> is read as a filter.</summary>
    LdapName = 1UL << 26,

    LogLine = LineFeed | CarriageReturn,

    Path = PathUp | PathRooted,

    /// <summary>All that text can do which somebody else wrote.</summary>
    Text = Sql | Path | Program | CommandLine | Argument | Host | Pattern | Backtracking | Exploding | Wildcard | Deserialize | Xml | Code | Member | Ldap | LdapName | XPath | LogLine | Format | Length | Depth,

    /// <summary>All that a model's argument can do.</summary>
    Input = Text | Amount,
    All = ~0UL,
}
