using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a text can no longer do when it is made of letters, digits and these characters alone.</summary>
internal sealed class Alphabet
{
    private readonly HashSet<char> marks = [];

    /// <summary>Whether anything may stand in it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the first character is a letter or digit.</summary>
    public bool BeginsPlain { get; set; }

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
            if (!this.Any("{}[]<>")) cleared |= Danger.Deserialize;
            if (!this.Any("'\";-#/*()\\= \t\r\n,") || !this.Any("'\";#/*()\\=, \t\r\n")) cleared |= Danger.Sql;
            if (!this.Any("/\\:")) cleared |= Danger.PathRooted;
            if (!this.Any(".") || !this.Any("/\\")) cleared |= Danger.PathUp;
            if (!this.Any("/\\:@?#%.")) cleared |= Danger.Host;
            if (!this.Any("-/") || this.BeginsPlain) cleared |= Danger.Argument;
            if (!this.Any(" \t\r\n\"'`$&|;<>(){}[]*?!\\^%~#=,+")) cleared |= Danger.CommandLine;
            if (!this.Any("\r\n")) cleared |= Danger.LogLine;
            if (!this.Any("()*\\&|=<>,+\"; ")) cleared |= Danger.Ldap;
            if (!this.Any("'\"[]()/@|=<> ")) cleared |= Danger.XPath;
            if (!this.Any("{}")) cleared |= Danger.Format;
            if (!this.Any(".*+?()[]{}|\\^$")) cleared |= Danger.Pattern;
            if (!this.Any("(){};.,+[]=<>\"' ")) cleared |= Danger.Code;
            return cleared;
        }
    }

    private bool Any(string sought) => sought.Any(this.marks.Contains);
}
