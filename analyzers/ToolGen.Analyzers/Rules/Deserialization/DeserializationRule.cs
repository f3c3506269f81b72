using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Texts and bytes that say themselves which types they become.</summary>
internal sealed class DeserializationRule : FlowRule
{
    private const int IgnoreSchema = 2;
    private const int InferSchema = 3;
    private const string Newtonsoft = "Newtonsoft.Json.";
    private static readonly string[] ByNature =
    [
        "System.Runtime.Serialization.Formatters.Binary.BinaryFormatter", "System.Runtime.Serialization.Formatters.Soap.SoapFormatter", "System.Runtime.Serialization.NetDataContractSerializer",
        "System.Web.UI.LosFormatter", "System.Web.UI.ObjectStateFormatter", "System.Runtime.Serialization.IFormatter", "fastJSON.JSON", "fastBinaryJSON.BJSON", "Polenter.Serialization.SharpSerializer",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.TypesFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        foreach (var type in ByNature)
            foreach (var name in new[] { "Deserialize", "UnsafeDeserialize", "UnsafeDeserializeMethodResponse", "ReadObject", "ToObject" }) Sink(model, type, name);
        foreach (var name in new[] { "Load", "Parse", "LoadAsync" })
        {
            Sink(model, "System.Windows.Markup.XamlReader", name);
            Sink(model, "System.Xaml.XamlServices", name);
        }

        Sink(model, "System.Resources.ResXResourceReader", ".ctor");
        Sink(model, "System.Resources.ResourceReader", ".ctor");
        Sink(model, "System.Resources.Extensions.DeserializingResourceReader", ".ctor");
        Json(model);
        Messages(model);
        Yaml(model);
        Contracts(model);
    }

    private static void Sink(FlowModel model, string type, string member, string parameter = "*", System.Func<SinkSite, bool>? when = null, params string[] decidedBy) =>
        model.Sink(Danger.Deserialize, FindingCatalog.TypesFromInput, type, member, parameter, when, decidedBy);

    private static void Json(FlowModel model)
    {
        model.Configured(Newtonsoft + "JsonSerializerSettings");
        model.Configured(Newtonsoft + "JsonSerializer");
        foreach (var name in new[] { "DeserializeObject", "PopulateObject", "DeserializeAnonymousType" }) Sink(model, Newtonsoft + "JsonConvert", name, "value", call => NamesTypes(call, "settings"), "settings", "target");
        foreach (var name in new[] { "Deserialize", "Populate" }) Sink(model, Newtonsoft + "JsonSerializer", name, "reader", call => NamesTypes(call, "this"), "this", "target");
        foreach (var name in new[] { "ToObject" }) Sink(model, Newtonsoft + "Linq.JToken", name, "this", call => NamesTypes(call, "jsonSerializer"), "jsonSerializer", "target");
        Sink(model, "System.Web.Script.Serialization.JavaScriptSerializer", "Deserialize", "input", call => call.Property("this", "Resolver") is not null, "this");
    }

    /// <summary>Whether the settings, or the type that is asked for, let the text name types; a binder is judged by what it does with the names.</summary>
    private static bool NamesTypes(SinkSite call, string settings) =>
        call.Objects(settings).Any(one => call.Reader(one, "TypeNameHandling").Constant is int and not 0 && call.Reader(one, "SerializationBinder").IsClean && call.Reader(one, "Binder").IsClean)
        || call.Deep(call["target"]).Flows.Any(flow => flow.Atom is ObjectAtom { Type: { } made } && MarkedTypes.LetsNameTypes(made))
        || call.Member is IMethodSymbol { TypeArguments: [var target, ..] } && MarkedTypes.LetsNameTypes(target);

    private static void Messages(FlowModel model)
    {
        const string Resolvers = "MessagePack.Resolvers.";
        string[] typeless = [Resolvers + "TypelessContractlessStandardResolver", Resolvers + "TypelessObjectResolver"];
        model.Configured("MessagePack.MessagePackSerializerOptions");
        foreach (var type in typeless) model.Configured(type);
        foreach (var name in new[] { "Deserialize", "DeserializeAsync" })
        {
            Sink(model, "MessagePack.MessagePackSerializer+Typeless", name);
            Sink(model, "MessagePack.MessagePackSerializer", name, "*", call => typeless.Any(type => call.Holds("options", type)), "options");
        }
    }

    private static void Yaml(FlowModel model) => model.Configured("YamlDotNet.Serialization.IDeserializer");

    private static void Contracts(FlowModel model)
    {
        // Tables bring their columns' types along.
        foreach (var type in new[] { "System.Data.DataSet", "System.Data.DataTable" })
            foreach (var name in new[] { "ReadXml", "ReadXmlSchema" }) Sink(model, type, name, "*", call => call["mode"].Constant is not (IgnoreSchema or InferSchema));
        model.Sink(Danger.Member, FindingCatalog.TypesFromInput, Newtonsoft + "Serialization.DefaultSerializationBinder", "BindToType");
        model.Sink(Danger.Member, FindingCatalog.TypesFromInput, "System.Runtime.Serialization.DataContractResolver", "ResolveName", "typeName");
    }
}
