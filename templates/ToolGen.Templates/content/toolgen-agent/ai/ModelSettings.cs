#if (openai)
using System.ClientModel;
#else
using Anthropic;
#endif
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
#if (openai)
using OpenAI;
#endif
using ToolGen;
using ToolGen.Extensions.AI;

namespace AgentNamespace;

/// <summary>Which model answers: from appsettings.json, the secrets of the user and the environment; the last has the last word.</summary>
internal sealed class ModelSettings
{
    private const string Key = "PROVIDER_API_KEY";
    private const string Model = "PROVIDER_MODEL";
    private const string Address = "PROVIDER_BASE_URL";

    private readonly IConfigurationRoot settings = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddUserSecrets(typeof(ModelSettings).Assembly, optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>What has to be set before there is an answer; null: nothing.</summary>
    public string? Missing =>
        this.Value(Key) is null ? $"There is no key: set the environment variable {Key}, or once for this project: dotnet user-secrets set {Key} YOUR-KEY"
        : this.Value(Model) is null ? $"There is no model: set {Model} in appsettings.json or in the environment."
        : Uri.TryCreate(this.Value(Address), UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)) ? null
        : $"{Address} is the address of a service, such as ADDRESS_OF_PROVIDER; the key goes over https alone, but to this machine";

    /// <summary>The model, with the tools; only where nothing is missing.</summary>
    public IChatClient Connect(IToolbox tools) => this.Client().AsBuilder().UseToolGen(tools, new()
    {
        // The host asks at the console.
        Asks = _ => false,
#if (openai)
        Strict = StrictProvider.OpenAI,
#else
        // One request takes 20 strict tools.
        Strict = tools.Tools.Count <= 20 ? StrictProvider.Anthropic : null,
#endif
    }).Build();

#if (openai)
    // Current models take tools in the Responses API only; its client may still change.
#pragma warning disable OPENAI001
    private IChatClient Client() =>
        new OpenAIClient(new ApiKeyCredential(this.Value(Key)!), new OpenAIClientOptions { Endpoint = new(this.Value(Address)!) }).GetResponsesClient().AsIChatClient(this.Value(Model));
#pragma warning restore OPENAI001
#else
    // The chat speaks through it until the program ends.
#pragma warning disable CA2000
    private IChatClient Client() =>
        new AnthropicClient { ApiKey = this.Value(Key), BaseUrl = this.Value(Address)! }.AsIChatClient(this.Value(Model), defaultMaxOutputTokens: 8_192);
#pragma warning restore CA2000
#endif

    private string? Value(string name) => string.IsNullOrWhiteSpace(this.settings[name]) ? null : this.settings[name]!.Trim();
}
