using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules;

/// <summary>Clients that look at the address which a name has become before they connect: no name that a model writes leads them to where they must not go.</summary>
internal static class GuardedClients
{
    public static bool Guards(SinkSite call) =>
        call.Deep(call.Receiver).Flows.Concat(call.Arguments.Values.SelectMany(argument => call.Deep(argument).Flows)).Any(flow => flow.Atom is ObjectAtom { Type: { } type } && Guards(type, Value.Of1(flow), call));

    private static bool Guards(ITypeSymbol type, Value handler, SinkSite call) =>
        type.ContainingNamespace?.ToDisplayString() == "Microsoft.Security.AntiSSRF"
        || type.Is("System.Net.Http.SocketsHttpHandler") && call.Reader(handler, "ConnectCallback").Flows.Any(flow => flow.Atom is FunctionAtom function && Judges(function.Body));

    /// <summary>Reads the address and refuses some.</summary>
    private static bool Judges(Body callback)
    {
        var operations = callback.Graph.OriginalOperation.DescendantsAndSelf().ToArray();
        var refuses = operations.Any(operation => operation is IThrowOperation or IConditionalOperation or ISwitchExpressionOperation);
        return refuses && operations.OfType<IInvocationOperation>().Any(one => one.Type?.SpecialType == SpecialType.System_Boolean && one.Arguments.Select(argument => argument.Value).Append(one.Instance).Any(value => value?.Type.Is("System.Net.IPAddress") == true))
            || operations.OfType<IMethodReferenceOperation>().Any(one => one.Method.ReturnType.SpecialType == SpecialType.System_Boolean && one.Method.Parameters.Any(parameter => parameter.Type.Is("System.Net.IPAddress")));
    }
}
