using System;
using System.Collections.Concurrent;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>All that a tool can reach from here: every member is a question to the host.</summary>
internal sealed class RemoteContext : ToolContext
{
    private readonly RemoteCall call;
    private readonly ConcurrentDictionary<string, TimeZoneInfo> zones = new(StringComparer.Ordinal);
    private Random? random;

    public RemoteContext(RemoteCall call)
    {
        this.call = call;
        this.Http = new RemoteHttp(call);
        this.Files = new RemoteFiles(call);
        this.Data = new RemoteData(call);
        this.Tools = new RemoteTools(call);
        this.Secrets = new RemoteSecrets(call);
    }

    public override IToolHttp Http { get; }

    public override IToolFiles Files { get; }

    public override IToolData Data { get; }

    public override IToolCalls Tools { get; }

    public override IToolSecrets Secrets { get; }

    public override DateTimeOffset Now
    {
        get
        {
            var reader = this.call.Ask(EffectKind.Now).Reader;
            return new(reader.Long(), new TimeSpan(reader.Long()));
        }
    }

    public override Random Random => this.random ??= this.call.Ask(EffectKind.Random).Reader.Bool() ? Random.Shared : new RemoteRandom(this.call);

    public override TimeZoneInfo Zone(string id)
    {
        id ??= "";
        if (this.zones.TryGetValue(id, out var known)) return known;
        var rules = this.call.Ask(EffectKind.Zone, frame => frame.Text(id)).Reader.OptionalText();
        return this.zones.GetOrAdd(id, rules is null ? base.Zone(id) : TimeZoneInfo.FromSerializedString(rules));
    }

    public override string Setting(string name) => this.call.Ask(EffectKind.Setting, frame => frame.Text(name)).Reader.Text();

    public override void Log(string message) => this.call.Log(message ?? "");
}
