// Imports a workflow from JSON; the settings let the text name any .NET type for its steps.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;
using Newtonsoft.Json;
using Stj = System.Text.Json;
using System.Text.Json.Serialization;

namespace Vulnerable
{
    public sealed class Workflow
    {
        public string Name { get; set; } = "";

        public List<object> Steps { get; set; } = [];
    }

    [McpServerToolType]
    public static class WorkflowTools
    {
        [McpServerTool(Name = "import_workflow"), Description("Imports a workflow from JSON and lists its steps.")]
        public static string ImportWorkflow([Description("The workflow, as exported")] string json)
        {
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, NullValueHandling = NullValueHandling.Ignore };
            var workflow = JsonConvert.DeserializeObject<Workflow>(json, settings)!;
            return $"{workflow.Name}: {string.Join(", ", workflow.Steps.Select(step => step.GetType().Name))}";
        }
    }
}

namespace Fixed
{
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(MailStep), "mail")]
    [JsonDerivedType(typeof(WaitStep), "wait")]
    public abstract record Step;

    public sealed record MailStep(string To, string Subject) : Step;

    public sealed record WaitStep(int Minutes) : Step;

    public sealed record Workflow(string Name, IReadOnlyList<Step> Steps);

    [McpServerToolType]
    public static class WorkflowTools
    {
        [McpServerTool(Name = "import_workflow"), Description("Imports a workflow from JSON and lists its steps.")]
        public static string ImportWorkflow([Description("The workflow, as exported")] string json)
        {
            var workflow = Stj.JsonSerializer.Deserialize<Workflow>(json, Stj.JsonSerializerOptions.Web)!;
            return $"{workflow.Name}: {string.Join(", ", workflow.Steps.Select(step => step.GetType().Name))}";
        }
    }
}
