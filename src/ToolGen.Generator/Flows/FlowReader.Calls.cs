using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <content>Calls: what they give, and what they do with what they are given.</content>
internal sealed partial class FlowReader
{
    private Taint Call(InvocationExpressionSyntax call, FlowScope scope)
    {
        var arguments = call.ArgumentList.Arguments;
        if (call.Expression is IdentifierNameSyntax { Identifier.ValueText: var own } && this.functions.TryGetValue(own, out var function))
            return this.Call(function, arguments.Select(argument => (this.Of(argument.Expression, scope), argument.Expression)).ToList(), scope);
        var (receiver, text, name) = this.Receiver(call.Expression, scope);
        this.Use(call, text, name, scope);
        var given = Taint.None;
        var made = Taint.None;
        foreach (var argument in arguments)
        {
            if (argument.Expression is AnonymousFunctionExpressionSyntax lambda)
            {
                if (name is "Where" or "FindAll" or "TakeWhile") receiver = this.Where(receiver, lambda, scope);
                var inner = this.Function(lambda, receiver, scope);
                if (!KnownCalls.IsPicker(name)) made = made.Join(inner);
            }
            else if (argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var group } && this.functions.TryGetValue(group, out var local))
            {
                made = made.Join(this.Call(local, [(receiver, argument.Expression)], scope));
            }
            else if (name == "Where" && FlowCharacters.IsTest(argument.Expression.ToString()))
            {
                receiver = receiver.Less(FlowCharacters.Of(argument.Expression));
            }
            else if (argument.RefKindKeyword.ValueText != "out")
            {
                given = given.Join(this.Of(argument.Expression, scope));
            }
        }

        this.Outs(call, name == "TryGetValue" ? receiver : name == "TryParse" && KnownCalls.IsHarmlessType(text) ? Taint.None : receiver.Join(given), scope);
        if (KnownCalls.Grows(name) && OwnerOf(call.Expression) is { } owner && scope.Find(owner) is not null) scope.Add(owner, given.Join(made));
        if (KnownCalls.IsHarmlessResult(name)) return Taint.None;
        if (name is "Replace" && this.Kept(call, text, scope) is var kept && kept != Harm.None) return given.Join(receiver).Less(kept);
        if (name is "GetValueOrDefault" && arguments.Count > 0) return arguments.Count > 1 ? receiver.Join(this.Of(arguments[1].Expression, scope)) : receiver;
        if (name is "Select" or "SelectMany" or "ConvertAll" && arguments.Count > 0 && (arguments[0].Expression is AnonymousFunctionExpressionSyntax || !made.IsNone)) return made;
        if (name is "Select" or "ConvertAll" && arguments.Count > 0 && KnownCalls.IsHarmlessType(arguments[0].Expression.ToString().Replace(".Parse", ""))) return Taint.None;
        return receiver.Join(given).Join(made).Less(KnownCalls.Removed(text, name));
    }

    // x.Name(…), Name(…), x?.Name(…): the value it is called on, its text, and the name.
    private (Taint Value, string Text, string Name) Receiver(ExpressionSyntax called, FlowScope scope) => called switch
    {
        MemberAccessExpressionSyntax access => (this.Of(access.Expression, scope), access.Expression.ToString(), access.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax binding => (this.bound, "", binding.Name.Identifier.ValueText),
        SimpleNameSyntax name => (Taint.None, "", name.Identifier.ValueText),
        _ => (this.Of(called, scope), "", ""),
    };

    private static string? OwnerOf(ExpressionSyntax called)
    {
        while (true)
        {
            switch (called)
            {
                case MemberAccessExpressionSyntax access: called = access.Expression; break;
                case InvocationExpressionSyntax call: called = call.Expression; break;
                case ElementAccessExpressionSyntax element: called = element.Expression; break;
                case IdentifierNameSyntax name: return name.Identifier.ValueText;
                default: return null;
            }
        }
    }

    private Taint Call(LocalFunctionStatementSyntax function, IReadOnlyList<(Taint Value, ExpressionSyntax Expression)> arguments, FlowScope scope)
    {
        if (this.depth > MaxDepth) return arguments.Aggregate(Taint.None, (known, one) => known.Join(one.Value));
        this.depth += 4;
        var inner = scope.Copy();
        var parameters = function.ParameterList.Parameters;
        for (var i = 0; i < parameters.Count; i++)
            inner.Set(parameters[i].Identifier.ValueText, i < arguments.Count ? arguments[i].Value : Taint.None, i < arguments.Count ? arguments[i].Expression : null, i < arguments.Count ? this.KeysOf(arguments[i].Expression, scope) : []);
        var value = function.ExpressionBody is { } expression ? this.Of(expression.Expression, inner) : this.Body(function.Body, inner);
        this.depth -= 4;
        if (IsCheck(function)) this.Keep(function, arguments, inner, scope);
        return value;
    }

    // A function that ends by itself only where all its checks let it has checked for its caller.
    private static bool IsCheck(LocalFunctionStatementSyntax function) =>
        function.Body is { } body && !body.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<ReturnStatementSyntax>().Any(one => one.Parent != body);

    private void Keep(LocalFunctionStatementSyntax function, IReadOnlyList<(Taint Value, ExpressionSyntax Expression)> arguments, FlowScope inner, FlowScope scope)
    {
        for (var i = 0; i < arguments.Count && i < function.ParameterList.Parameters.Count; i++)
        {
            var checkedValue = inner.Find(function.ParameterList.Parameters[i].Identifier.ValueText)!.Taint;
            var harm = arguments[i].Value.Origins.Values.Aggregate(Harm.None, (known, one) => known | one);
            var left = inner.Checked(checkedValue).Origins.Values.Aggregate(Harm.None, (known, one) => known | one);
            scope.Clear(this.KeysOf(arguments[i].Expression, scope).Distinct().ToDictionary(key => key, _ => harm & ~left));
        }
    }

    private void Outs(InvocationExpressionSyntax call, Taint value, FlowScope scope)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.RefKindKeyword.ValueText is not ("out" or "ref")) continue;
            foreach (var named in argument.Expression.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()) scope.Set(named.Identifier.ValueText, value);
            if (argument.Expression is IdentifierNameSyntax known) scope.Set(known.Identifier.ValueText, value);
        }
    }

    // Elements that a condition holds for: the same origins, but checked ones.
    private Taint Where(Taint receiver, AnonymousFunctionExpressionSyntax lambda, FlowScope scope)
    {
        if (lambda.ExpressionBody is not { } condition || Parameters(lambda).FirstOrDefault() is not { } parameter) return receiver;
        if (FlowCharacters.Of(lambda) is var safe && safe != Harm.None) return receiver.Less(safe);
        var mark = "#" + (++this.copies).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var copy = receiver.Rename(origin => origin + mark);
        var inner = scope.Copy();
        inner.Set(parameter, copy);
        var shown = this.Shown(condition, true, inner);
        scope.Clear(shown.Where(one => one.Key[0] != '$').ToDictionary(one => one.Key, one => one.Value));
        return shown.TryGetValue("$" + parameter, out var whole) ? copy.Less(whole) : copy;
    }

    // Regex.Replace(x, "[^a-z]", "") leaves the class alone; a slash that is replaced makes one name.
    private Harm Kept(InvocationExpressionSyntax call, string receiver, FlowScope scope)
    {
        var texts = call.ArgumentList.Arguments.Select(argument => FlowPatterns.Text(argument.Expression, scope)).ToList();
        if (texts.Count >= 3 && receiver.EndsWith("Regex", System.StringComparison.Ordinal)) return Kept(texts[1], texts[2]);
        if (texts.Count == 2 && this.PatternOf(call.Expression is MemberAccessExpressionSyntax access ? access.Expression : null, scope) is { } pattern) return Kept(pattern, texts[1]);
        return texts is ["/", { } to] && to.IndexOfAny(['/', '\\']) < 0 ? Harm.Path : Harm.None;
    }

    private static Harm Kept(string? pattern, string? to)
    {
        if (pattern is null || to is null || !pattern.StartsWith("[^", System.StringComparison.Ordinal)) return Harm.None;
        var end = pattern.IndexOf(']');
        if (end < 0 || pattern.Substring(end + 1) is not ("" or "+" or "*")) return Harm.None;
        return SafePattern.Of("^[" + pattern.Substring(2, end - 1) + "*$") & (to.Length == 0 ? Harm.All : SafePattern.Of(sign => to.IndexOf((char)sign) >= 0));
    }
}
