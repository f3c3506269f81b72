using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <summary>
/// Follows values through the C# of one spec by its syntax alone: where each comes from, what checks keep out of it, and where it becomes a path, an address
/// or SQL. A spec is read without the compilation around it, and its C# has few forms; what is none of them keeps every origin.
/// </summary>
internal sealed partial class FlowReader
{
    // A body is at most some thousand nodes; functions that call one another can multiply them.
    private const int MostSteps = 40_000;
    private const int MaxDepth = 24;

    private readonly Dictionary<string, LocalFunctionStatementSyntax> functions = [];
    private readonly Dictionary<(string Origin, string Does), Harm> sinks = [];
    private Taint bound = Taint.None;
    private Taint returned = Taint.None;
    private int steps;
    private int depth;
    private int copies;

    /// <summary>Where origins arrived, by what is done with them there.</summary>
    public IReadOnlyDictionary<(string Origin, string Does), Harm> Sinks => this.sinks;

    /// <summary>What <c>return</c> gives.</summary>
    public Taint Returned => this.returned;

    /// <summary>Notes that a value arrives where it can do harm.</summary>
    public void Arrive(Taint taint, Harm harm, string does)
    {
        foreach (var origin in taint.Only(harm).Origins)
            this.sinks[(origin.Key, does)] = origin.Value | (this.sinks.TryGetValue((origin.Key, does), out var known) ? known : Harm.None);
    }

    /// <summary>Gives a name to the value of an expression.</summary>
    public void Name(string name, ExpressionSyntax value, FlowScope scope) => scope.Set(name, this.Of(value, scope), value, this.KeysOf(value, scope));

    /// <summary>Where the value of an expression comes from.</summary>
    public Taint Of(ExpressionSyntax? expression, FlowScope scope)
    {
        if (expression is null || ++this.steps > MostSteps || this.depth > MaxDepth * 4) return Taint.None;
        this.depth++;
        var taint = this.Read(expression, scope);
        this.depth--;
        return taint;
    }

    private Taint Read(ExpressionSyntax expression, FlowScope scope)
    {
        switch (expression)
        {
            case IdentifierNameSyntax name:
                return scope.Checked(scope.Find(name.Identifier.ValueText)?.Taint ?? Taint.None);
            case ParenthesizedExpressionSyntax inner:
                return this.Of(inner.Expression, scope);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } certain:
                return this.Of(certain.Operand, scope);
            case AwaitExpressionSyntax await:
                return this.Of(await.Expression, scope);
            case CastExpressionSyntax cast:
                var value = this.Of(cast.Expression, scope);
                return KnownCalls.IsHarmlessType(cast.Type.ToString().TrimEnd('?')) ? Taint.None : value;
            case MemberAccessExpressionSyntax access:
                return this.Member(this.Of(access.Expression, scope), access.Name.Identifier.ValueText, scope);
            case ConditionalAccessExpressionSyntax access:
                return this.Bound(this.Of(access.Expression, scope), access.WhenNotNull, scope);
            case MemberBindingExpressionSyntax binding:
                return this.Member(this.bound, binding.Name.Identifier.ValueText, scope);
            case ElementBindingExpressionSyntax:
                return this.bound;
            case ElementAccessExpressionSyntax element:
                foreach (var argument in element.ArgumentList.Arguments) this.Of(argument.Expression, scope);
                return this.Of(element.Expression, scope);
            case InterpolatedStringExpressionSyntax text:
                return Join(text.Contents.OfType<InterpolationSyntax>().Select(hole => this.Of(hole.Expression, scope)));
            case BinaryExpressionSyntax binary:
                return this.Binary(binary, scope);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                this.Of(not.Operand, scope);
                return Taint.None;
            case IsPatternExpressionSyntax test:
                var tested = this.Of(test.Expression, scope);
                foreach (var named in test.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()) scope.Set(named.Identifier.ValueText, tested, test.Expression, this.KeysOf(test.Expression, scope));
                return Taint.None;
            case ConditionalExpressionSyntax choice:
                return this.Choice(choice, scope);
            case SwitchExpressionSyntax choice:
                return this.Choice(choice, scope);
            case AssignmentExpressionSyntax assignment:
                return this.Assign(assignment, scope);
            case InvocationExpressionSyntax call:
                return this.Call(call, scope);
            case BaseObjectCreationExpressionSyntax creation:
                return this.Create(creation, scope);
            case WithExpressionSyntax with:
                return this.With(with, scope);
            case ThrowExpressionSyntax thrown:
                this.Of(thrown.Expression, scope);
                return Taint.None;
            case AnonymousFunctionExpressionSyntax function:
                return this.Function(function, Taint.None, scope);
            case TypeOfExpressionSyntax or DefaultExpressionSyntax or LiteralExpressionSyntax or PredefinedTypeSyntax:
                return Taint.None;
            default:
                return Join(expression.ChildNodes().SelectMany(Inner).Select(child => this.Of(child, scope)).ToList());
        }
    }

    private static IEnumerable<ExpressionSyntax> Inner(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node is ExpressionSyntax expression ? [expression] : node.ChildNodes().SelectMany(Inner);

    private Taint Member(Taint owner, string name, FlowScope scope) =>
        KnownCalls.IsHarmlessMember(name) ? Taint.None : name is "Value" or "Result" ? owner : scope.Checked(owner.Member(name));

    private Taint Bound(Taint receiver, ExpressionSyntax expression, FlowScope scope)
    {
        var outer = this.bound;
        this.bound = receiver;
        var taint = this.Of(expression, scope);
        this.bound = outer;
        return taint;
    }

    private Taint Binary(BinaryExpressionSyntax binary, FlowScope scope)
    {
        var left = this.Of(binary.Left, scope);
        if (binary.RawKind is (int)SyntaxKind.AsExpression) return left;
        if (binary.RawKind is (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression)
        {
            var inner = scope.Copy();
            inner.Clear(this.Shown(binary.Left, binary.RawKind == (int)SyntaxKind.LogicalAndExpression, inner));
            this.Of(binary.Right, inner);
            return Taint.None;
        }

        var right = this.Of(binary.Right, scope);
        return binary.RawKind is (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression ? left.Join(right) : Taint.None;
    }

    private Taint Choice(ConditionalExpressionSyntax choice, FlowScope scope)
    {
        this.Of(choice.Condition, scope);
        var (yes, no) = (scope.Copy(), scope.Copy());
        yes.Clear(this.Shown(choice.Condition, true, yes));
        no.Clear(this.Shown(choice.Condition, false, no));
        return this.Of(choice.WhenTrue, yes).Join(this.Of(choice.WhenFalse, no));
    }

    private Taint Choice(SwitchExpressionSyntax choice, FlowScope scope)
    {
        var value = this.Of(choice.GoverningExpression, scope);
        var keys = this.KeysOf(choice.GoverningExpression, scope);
        var all = Taint.None;
        foreach (var arm in choice.Arms)
        {
            var inner = scope.Copy();
            foreach (var named in arm.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()) inner.Set(named.Identifier.ValueText, value, choice.GoverningExpression, keys);
            if (FlowPatterns.IsConstant(arm.Pattern)) inner.Clear(keys.ToDictionary(key => key, _ => Harm.All));
            if (arm.WhenClause is { } when) inner.Clear(this.Shown(when.Condition, true, inner));
            all = all.Join(this.Of(arm.Expression, inner));
        }

        return all;
    }

    private Taint Assign(AssignmentExpressionSyntax assignment, FlowScope scope)
    {
        var value = this.Of(assignment.Right, scope);
        if (assignment.Left is IdentifierNameSyntax name)
        {
            if (assignment.RawKind == (int)SyntaxKind.SimpleAssignmentExpression) scope.Set(name.Identifier.ValueText, value, null, this.KeysOf(assignment.Right, scope));
            else scope.Add(name.Identifier.ValueText, value);
        }
        else
        {
            foreach (var named in assignment.Left.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()) scope.Set(named.Identifier.ValueText, value);
            if (assignment.Left is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && assignment.Left.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } owner && scope.Find(owner.Identifier.ValueText) is not null)
                scope.Add(owner.Identifier.ValueText, value);
        }

        return value;
    }

    /// <summary>What a function gives where each of its parameters is given the same.</summary>
    private Taint Function(AnonymousFunctionExpressionSyntax function, Taint given, FlowScope scope)
    {
        var inner = scope.Copy();
        foreach (var parameter in Parameters(function)) inner.Set(parameter, given);
        if (function.ExpressionBody is { } expression) return this.Of(expression, inner);
        return this.Body(function.Block, inner);
    }

    private static IEnumerable<string> Parameters(AnonymousFunctionExpressionSyntax function) => function switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
        ParenthesizedLambdaExpressionSyntax list => list.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
        _ => [],
    };

    private static Taint Join(IEnumerable<Taint> all) => all.Aggregate(Taint.None, (known, one) => known.Join(one));
}
