namespace ToolGen.Specification.Findings;

/// <summary>Secrets where everybody with the code reads them.</summary>
public static partial class FindingCatalog
{
    private const string SecretsRemedy = "Take it out, withdraw it where it was issued, and read it from the host: `context.Secret(\"name\")` in a tool, the configuration or a vault elsewhere.";

    public static readonly FindingDescriptor NamedSecret = new(
        "TG3101",
        "Secret in the code",
        FindingSeverity.Warning,
        "the text of `{0}` is a secret in the code",
        SecretsRemedy,
        "What is in the code is in every copy of the repository, in its history, in the assembly, and in what a model was given to read. It can't be changed without a release, and nobody sees who uses it.",
#pragma warning disable TG3103 // the example of the page, and no secret
        "const string ApiKey = \"b7f9c1d2e4\";",
#pragma warning restore TG3103
        "var apiKey = await context.Secret(\"weather_key\");");

    public static readonly FindingDescriptor KnownSecret = new(
        "TG3102",
        "Secret of a known issuer",
        FindingSeverity.Warning,
        "this text is a {0}",
        SecretsRemedy,
        "Issuers give their secrets a beginning of their own so that they are recognised, by them and by those who look for some: public repositories are searched within minutes.",
        "client.Authenticate(\"ghp_…\");",
        "client.Authenticate(configuration[\"GitHub:Token\"]);");

    public static readonly FindingDescriptor SecretInText = new(
        "TG3103",
        "Secret within a text",
        FindingSeverity.Warning,
        "this text holds a secret: {0}",
        "Build the text from its parts, the secret from the host: `DbConnectionStringBuilder`, a header, `context.Secret(\"name\")`.",
        "Connection strings, addresses and command lines carry passwords that no name of a variable tells. Addresses and command lines are logged too.",
#pragma warning disable TG3103 // the example of the page, and no secret
        "var connection = \"Host=db;Username=app;Password=k3E9xw\";",
#pragma warning restore TG3103
        "var connection = configuration.GetConnectionString(\"Orders\");");

    public static readonly FindingDescriptor RandomSecret = new(
        "TG3104",
        "Text that looks like a key",
        FindingSeverity.Warning,
        "this text of {0} characters is one that chance made: a key, by its looks",
        "Read it from the host; where it is a digest or an identifier, let its name say so.",
        "Letters, digits and no words are what keys are made of. Digests, GUIDs, alphabets, images and whatever is named for one of those are not meant.",
        "client.Open(\"q83vEjRWeJq83vASNFZ4kKvN7wEjRWeJ\");",
        "client.Open(configuration[\"Maps:Key\"]);");
}
