using System;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>What stands in round brackets.</summary>
internal sealed partial class ExpressionParser
{
    private PatternNode Group()
    {
        if (!this.Take('?')) return this.Closed(this.Is(RegexOptions.ExplicitCapture) ? body => body : this.Captured);
        if (this.Take(':')) return this.Closed(body => body);
        if (this.Take('>')) return this.Closed(body => new AtomicNode(body));
        if (this.Take('=') || this.Take('!') || this.Take("<=") || this.Take("<!")) return this.Closed(body => new LookNode(body));
        if (this.Take('<')) return this.Named('>');
        if (this.Take('\'')) return this.Named('\'');
        if (this.Take('(')) return this.Conditional();
        return this.Flags();
    }

    private PatternNode Captured(PatternNode body) => new CaptureNode(++this.groups, body);

    private PatternNode Closed(Func<PatternNode, PatternNode> make)
    {
        var body = this.Choice();
        return this.Take(')') ? make(body) : throw new FormatException();
    }

    private PatternNode Named(char end)
    {
        this.at = this.After(end);
        return this.Closed(this.Captured);
    }

    /// <summary><c>(?(group)then|else)</c>: either may be.</summary>
    private PatternNode Conditional()
    {
        var outer = this.depth;
        this.Choice();
        this.depth = outer;
        return this.Take(')') ? this.Closed(body => body is ChoiceNode ? body : new ChoiceNode([body, EmptyNode.Instance])) : throw new FormatException();
    }

    private PatternNode Flags()
    {
        var isOn = true;
        var before = this.options;
        for (; !this.AtEnd; this.at++)
        {
            switch (this.text[this.at])
            {
                case '-': isOn = false; break;
                case '+': isOn = true; break;
                case ')':
                    this.at++;
                    return EmptyNode.Instance;
                case ':':
                    this.at++;
                    var body = this.Closed(inner => inner);
                    this.options = before;
                    return body;
                case var flag:
                    var option = flag switch
                    {
                        'i' => RegexOptions.IgnoreCase,
                        'm' => RegexOptions.Multiline,
                        's' => RegexOptions.Singleline,
                        'n' => RegexOptions.ExplicitCapture,
                        'x' => RegexOptions.IgnorePatternWhitespace,
                        _ => throw new FormatException(),
                    };
                    this.options = isOn ? this.options | option : this.options & ~option;
                    break;
            }
        }

        throw new FormatException();
    }
}
