using System.Collections.Generic;
using System.Linq;
using ToolGen.Analyzers.Backtracking;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a text can no longer do when it is made of letters, digits and these characters alone.</summary>
internal sealed class Alphabet
{
    private readonly HashSet<char> marks = [];

    /// <summary>Whether anything may stand in it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the first character is a letter or digit.</summary>
    public bool BeginsPlain { get; set; }

    /// <summary>What is made of these characters; beyond ASCII none is a mark to any reader.</summary>
    public static Alphabet Of(CodePointSet set)
    {
        var alphabet = new Alphabet();
        for (var c = '\0'; c < 0x100; c++)
            if (set.Has(c)) alphabet.Add(c);
        return alphabet;
    }

    public static Alphabet Of(string text)
    {
        var alphabet = new Alphabet();
        foreach (var c in text) alphabet.Add(c);
        return alphabet;
    }

    /// <summary>Whether all of these are letters or digits.</summary>
    public static bool IsPlain(CodePointSet set) => set.Without(CharacterSets.Word).IsEmpty() && !set.Has('_');

    public void Add(char c)
    {
        if (!char.IsLetterOrDigit(c)) this.marks.Add(c);
    }

    public Danger Cleared
    {
        get
        {
            if (this.IsOpen) return Danger.None;
            var cleared = this.Any("<&\"'") ? Danger.None : Danger.Xml;
            if (!this.Any("{}[]<>:!")) cleared |= Danger.Deserialize;
            if (!this.Any("'\";-#/*()\\= \t\r\n,") || !this.Any("'\";#/*()\\=, \t\r\n")) cleared |= Danger.Sql;
            if (!this.Any("/\\:") || (this.BeginsPlain && !this.Any(":"))) cleared |= Danger.PathRooted;
            if (!this.Any(".") || !this.Any("/\\")) cleared |= Danger.PathUp;
            if (!this.Any("/\\:@?#%.")) cleared |= Danger.Host;
            if (!this.Any("-/") || this.BeginsPlain) cleared |= Danger.Argument;
            if (!this.Any(" \t\r\n\"'`$&|;<>(){}[]*?!\\^%~#=,+")) cleared |= Danger.CommandLine;
            if (!this.Any("\n")) cleared |= Danger.LineFeed;
            if (!this.Any("\r")) cleared |= Danger.CarriageReturn;
            if (!this.Any("()*\\\0")) cleared |= Danger.Ldap;
            if (!this.Any(",+\"\\<>;=")) cleared |= Danger.LdapName;
            if (!this.Any("'\"[]()/@|=<> ")) cleared |= Danger.XPath;
            if (!this.Any("{}")) cleared |= Danger.Format;
            if (!this.Any(".*+?()[]{}|\\^$")) cleared |= Danger.Pattern;
            if (!this.Any("*?")) cleared |= Danger.Wildcard;
            if (!this.Any("(){};.,+[]=<>\"' ")) cleared |= Danger.Code;
            return cleared;
        }
    }

    private bool Any(string sought) => sought.Any(this.marks.Contains);
}
